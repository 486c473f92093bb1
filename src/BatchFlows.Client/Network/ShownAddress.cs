using System;

namespace BatchFlows.Client.Network;

/// <summary>
/// An address that is shown with its connection, so it must contain nothing secret. An error does not repeat an address
/// that was refused for that.
/// </summary>
internal static class ShownAddress
{
    /// <param name="address">The address.</param>
    /// <param name="whose">Who has it: the gateway.</param>
    /// <exception cref="ArgumentException">Something in it may be secret.</exception>
    public static void Check(Uri address, string whose)
    {
        var given = address.OriginalString;
        if (given.Contains("@"))
            throw new ArgumentException(
                $"The {whose}'s address must not hold a user name or password: they are given apart.");
        if (given.IndexOfAny(['?', '#']) >= 0)
            throw new ArgumentException(
                $"The {whose}'s address must end with the host or a path, and hold no parameters.");
    }
}
