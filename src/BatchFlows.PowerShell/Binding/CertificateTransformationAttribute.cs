using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Security.Cryptography.X509Certificates;
using BatchFlows.Files;
using BatchFlows.Procedures.Files;

namespace BatchFlows.Binding;

/// <summary>Accepts certificates, and reads them from files, which may contain several.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CertificateTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        return FlowIds.Items(inputData).SelectMany(Read).ToArray();

        IEnumerable<X509Certificate2> Read(object? item) => FlowIds.Unwrap(item) switch
        {
            X509Certificate2 certificate => [certificate],
            FileInfo file => ReadFile(file.FullName),
            string path => ReadFile(path),
            var other =>
                throw new ArgumentTransformationMetadataException(
                    $"'{other}' is neither a certificate nor the path of a file with certificates."),
        };

        X509Certificate2[] ReadFile(string path)
        {
            try
            {
                return CertificateFile.Read(FilePath.Resolve(engineIntrinsics.SessionState, path));
            }
            catch (Exception e) when (e is FlowException or SessionStateException)
            {
                throw new ArgumentTransformationMetadataException(e.Message, e);
            }
        }
    }
}
