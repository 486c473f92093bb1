using System;

namespace BatchFlows.Tests;

internal static class Allocated
{
    /// <summary>Bytes that this thread has allocated; 0 on .NET Framework, which does not count them.</summary>
    public static long ByThisThread =>
#if NETFRAMEWORK
        0;
#else
        GC.GetAllocatedBytesForCurrentThread();
#endif
}
