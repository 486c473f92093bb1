namespace BatchFlows.Connections;

/// <summary>Finds network settings that exclude or require each other.</summary>
internal static class NetworkContradiction
{
    /// <summary>What to specify instead; null without a contradiction.</summary>
    public static string? Find(
        bool skipsCheck, bool hasAuthority, bool noProxy, bool hasProxy, bool hasCredential, bool isCurrentUser) =>
        skipsCheck && hasAuthority
            ? "-SkipCertificateCheck accepts any certificate, also from another -CertificateAuthority: give one of "
                + "them."
        : noProxy && hasProxy ? "-NoProxy and -Proxy contradict each other: give one of them."
        : isCurrentUser && hasCredential
            ? "-ProxyCredential and -ProxyUseDefaultCredentials both say who asks the proxy: give one of them."
        : !hasProxy && (hasCredential || isCurrentUser)
            ? "-ProxyCredential and -ProxyUseDefaultCredentials need -Proxy."
        : null;
}
