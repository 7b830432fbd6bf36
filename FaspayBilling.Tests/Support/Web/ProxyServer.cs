using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using FaspayBilling.Tests.Architecture;

namespace FaspayBilling.Tests.Support.Web;

/// <summary>
/// nginx or Caddy before a running product, on a free port of this machine, with the configuration that the README shows: only what an
/// operator changes in it is changed.
/// </summary>
internal sealed class ProxyServer : IDisposable
{
    private static int last = Random.Shared.Next(20_000, 31_000);

    public const string Nginx = "nginx";

    /// <summary>nginx before two nodes.</summary>
    public const string Nodes = "nginx-nodes";
    public const string Caddy = "caddy";
    public const string Host = "billing.example";

    private const string ShownHost = "billing.example.co.id";
    private static readonly string[] ShownProducts = ["127.0.0.1:5080", "127.0.0.1:5081"];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("faspay-proxy-");
    private Process? process;
    private Task<string>? said;

    public int Port { get; } = FreePort();

    /// <summary>Where http is led to https.</summary>
    public int PlainPort { get; } = FreePort();

    /// <summary>All that nginx wrote into the logs of the site and into its own.</summary>
    public string Logs => string.Join('\n', folder.EnumerateFiles("*.log").Select(log => File.ReadAllText(log.FullName)));

    /// <summary>What <c>Site:Address</c> is behind it.</summary>
    public string Address => string.Create(CultureInfo.InvariantCulture, $"https://{Host}:{Port}");

    /// <summary>The configuration as it lies in the repository.</summary>
    public static string Shown(string proxy) =>
        File.ReadAllText(Path.Combine(Sources.Root, "docs", "proxy", proxy == Caddy ? "Caddyfile" : $"{proxy}.conf"));

    /// <summary>Below the ports that the machine gives to whoever asks for any: nobody takes it before its server does.</summary>
    public static int FreePort()
    {
        while (true)
        {
            var port = Interlocked.Increment(ref last);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody has it.
            }
        }
    }

    /// <summary>Starts one of them and waits until it listens.</summary>
    /// <param name="proxy"><see cref="Nginx"/>, <see cref="Nodes"/> or <see cref="Caddy"/>.</param>
    /// <param name="products">Where the product listens, or each of its nodes.</param>
    public async Task StartAsync(string proxy, params string[] products)
    {
        var certificate = TestCertificate.Billing;
        await File.WriteAllTextAsync(InFolder("cert.pem"), certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(InFolder("key.pem"), certificate.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem());
        var shown = products.Zip(ShownProducts).Aggregate(
            Shown(proxy), (text, node) => text.Replace(node.Second, new Uri(node.First).Authority, StringComparison.Ordinal));
        process = proxy == Caddy ? await StartCaddyAsync(shown) : await StartNginxAsync(shown);
        said = process.StandardError.ReadToEndAsync();
        await ListensAsync();
    }

    /// <summary>A client that calls from an address of this machine, such as 127.0.0.2, and finds the proxy under its name.</summary>
    public HttpMessageHandler ClientFrom(string source) => new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        SslOptions = new SslClientAuthenticationOptions
        {
            CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                CustomTrustStore = { X509CertificateLoader.LoadCertificateFromFile(TestCertificate.AuthorityFile) },
                RevocationMode = X509RevocationMode.NoCheck,
            },
        },
        ConnectCallback = async (_, stop) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                socket.Bind(new IPEndPoint(IPAddress.Parse(source), 0));
                await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, Port), stop);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        },
    };

    public void Dispose()
    {
        if (process is not null)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            process.Dispose();
        }

        folder.Delete(recursive: true);
    }

    private async Task<Process> StartNginxAsync(string shown)
    {
        var site = shown
            .Replace("listen 443 ssl", $"listen 127.0.0.1:{Port} ssl", StringComparison.Ordinal)
            .Replace("listen 80;", $"listen 127.0.0.1:{PlainPort};", StringComparison.Ordinal)
            .Replace("/etc/ssl/faspay/fullchain.pem", InFolder("cert.pem"), StringComparison.Ordinal)
            .Replace("/etc/ssl/faspay/privkey.pem", InFolder("key.pem"), StringComparison.Ordinal)
            .Replace("/var/log/nginx", folder.FullName, StringComparison.Ordinal)
            .Replace(ShownHost, Host, StringComparison.Ordinal);

        // Not every machine has IPv6.
        await File.WriteAllLinesAsync(
            InFolder("faspay.conf"), site.Split('\n').Where(line => !line.Contains("[::]", StringComparison.Ordinal)));
        var temporary = new[] { "client_body", "proxy", "fastcgi", "uwsgi", "scgi" }.Select(t => $"{t}_temp_path {InFolder(t)};");
        await File.WriteAllTextAsync(
            InFolder("nginx.conf"),
            $$"""
            daemon off;
            {{(Environment.IsPrivilegedProcess ? "user root;" : "")}}
            worker_processes 1;
            pid {{InFolder("nginx.pid")}};
            error_log {{InFolder("nginx-error.log")}} warn;
            events { worker_connections 256; }
            http {
              access_log {{InFolder("nginx-access.log")}};
              {{string.Join(' ', temporary)}}
              include {{InFolder("faspay.conf")}};
            }
            """);
        return Run(Nginx, "-e", "stderr", "-c", InFolder("nginx.conf"));
    }

    private async Task<Process> StartCaddyAsync(string shown)
    {
        var site = shown
            .Replace($"http://{ShownHost} {{", $"http://{Host}:{PlainPort} {{\n\tbind 127.0.0.1", StringComparison.Ordinal)
            .Replace(
                $"{ShownHost} {{",
                $"{Address} {{\n\tbind 127.0.0.1\n\ttls {InFolder("cert.pem")} {InFolder("key.pem")}",
                StringComparison.Ordinal);
        await File.WriteAllTextAsync(InFolder("Caddyfile"), $"{{\n\tadmin off\n\tauto_https off\n}}\n{site}");
        return Run(Caddy, "run", "--adapter", "caddyfile", "--config", InFolder("Caddyfile"));
    }

    private Process Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(Machine.PathOf(program)!, arguments)
        {
            RedirectStandardError = true,
            WorkingDirectory = folder.FullName,
        };
        start.Environment["XDG_DATA_HOME"] = folder.FullName;
        start.Environment["XDG_CONFIG_HOME"] = folder.FullName;
        return Process.Start(start)!;
    }

    private async Task ListensAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            try
            {
                using var socket = new TcpClient();
                await socket.ConnectAsync(IPAddress.Loopback, Port, patience.Token);
                if (process!.HasExited)
                {
                    throw new InvalidOperationException(await said!);
                }

                return;
            }
            catch (SocketException silent)
            {
                if (process!.HasExited)
                {
                    throw new InvalidOperationException(await said!, silent);
                }

                await Task.Delay(50, patience.Token);
            }
        }
    }

    private string InFolder(string name) => Path.Combine(folder.FullName, name);
}
