using System;
using System.Buffers;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Runtime.InteropServices;
using System.Security;
using System.Security.Cryptography;
using System.Text;

namespace BatchFlows.Client.Tokens;

/// <summary>An access key with its secret key, which is in the clear only while a hash is computed.</summary>
internal sealed class AccessKey : IDisposable
{
    private readonly SecureString _secret;

    public AccessKey(string id, SecureString secret)
    {
        Id = id;
        _secret = secret;
        Fingerprint = Encrypt("");
        Fault = BlankEnds.Remedy("access key", id) ?? BlankEnds.Remedy("secret key", Reveal());
    }

    public string Id { get; }

    /// <summary>Equal for equal pairs of keys, and useless for a proof or a signature.</summary>
    public string Fingerprint { get; }

    /// <summary>A possible reason why the keys are refused; null for none.</summary>
    public string? Fault { get; }

    /// <summary>The proof of the secret for a token request.</summary>
    public string Encrypt(string timestamp)
    {
        using var writer = new Writer();
        writer.Add(Id);
        writer.Add(timestamp);
        writer.Add(_secret);
        return writer.ToHash();
    }

    /// <summary>The signature of a call: over its token, its parameters by name, its body and the moment.</summary>
    public string Sign(string token, IReadOnlyDictionary<string, string> parameters, byte[]? body, string timestamp)
    {
        using var writer = new Writer();
        writer.Add(token);
        var names = parameters.Keys.ToArray();
        Array.Sort(names, string.CompareOrdinal);
        foreach (var name in names)
        {
            writer.Add(name);
            writer.Add(parameters[name]);
        }

        if (body is not null) writer.Add(body);
        writer.Add(timestamp);
        writer.Add(_secret);
        return writer.ToHash();
    }

    public void Dispose() => _secret.Dispose();

    /// <summary>The secret itself, to mask it in answers; empty when it is forgotten.</summary>
    public string Reveal()
    {
        try
        {
            return new NetworkCredential("", _secret).Password;
        }
        catch (ObjectDisposedException)
        {
            return "";
        }
    }

    /// <summary>Collects the text to hash in a buffer that is wiped afterwards.</summary>
    private sealed class Writer : IDisposable
    {
        private byte[] _buffer = ArrayPool<byte>.Shared.Rent(1024);
        private int _count;

        public void Add(string text)
        {
            Reserve(Encoding.UTF8.GetMaxByteCount(text.Length));
            _count += Encoding.UTF8.GetBytes(text, 0, text.Length, _buffer, _count);
        }

        public void Add(byte[] bytes)
        {
            Reserve(bytes.Length);
            bytes.CopyTo(_buffer, _count);
            _count += bytes.Length;
        }

        public void Add(SecureString text)
        {
            Reserve(Encoding.UTF8.GetMaxByteCount(text.Length));
            var characters = new char[text.Length];
            var pointer = Marshal.SecureStringToGlobalAllocUnicode(text);
            try
            {
                Marshal.Copy(pointer, characters, 0, characters.Length);
                _count += Encoding.UTF8.GetBytes(characters, 0, characters.Length, _buffer, _count);
            }
            finally
            {
                Marshal.ZeroFreeGlobalAllocUnicode(pointer);
                Array.Clear(characters, 0, characters.Length);
            }
        }

        public string ToHash()
        {
#if NET
            var hash = SHA256.HashData(_buffer.AsSpan(0, _count));
#else
            using var sha256 = SHA256.Create();
            var hash = sha256.ComputeHash(_buffer, 0, _count);
#endif
            Span<char> text = stackalloc char[hash.Length * 2];
            for (var i = 0; i < text.Length; i++)
                text[i] = "0123456789abcdef"[(hash[i / 2] >> (i % 2 == 0 ? 4 : 0)) & 15];
            return text.ToString();
        }

        public void Dispose() => Release(_buffer);

        private void Reserve(int more)
        {
            if (_count + more <= _buffer.Length) return;
            var larger = ArrayPool<byte>.Shared.Rent((_count + more) * 2);
            Buffer.BlockCopy(_buffer, 0, larger, 0, _count);
            Release(_buffer);
            _buffer = larger;
        }

        private static void Release(byte[] used) => ArrayPool<byte>.Shared.Return(used, clearArray: true);
    }
}
