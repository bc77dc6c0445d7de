package io.mcpcatalogue.collect.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Makes clients that honour {@link HttpSettings}. They never follow a redirect and keep no cookie:
 * both are decisions of the one who asks.
 */
public final class HttpClients {
  /** Who we are, on every request. */
  public static final String USER_AGENT =
      "mcp-catalogue/0.1 (scans MCP servers and classifies their tools)";

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(15);

  private HttpClients() {}

  /**
   * A client for these settings.
   *
   * @throws IOException when the file of certificate authorities cannot be read
   */
  public static HttpClient create(HttpSettings settings) throws IOException {
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT_TIMEOUT)
            .proxy(new EnvironmentProxies(settings));
    proxyCredentials(settings).ifPresent(builder::authenticator);
    if (settings.authorities().isPresent()) {
      builder.sslContext(trusting(settings.authorities().get()));
    }
    return builder.build();
  }

  /** Sends user and password of a proxy's address to that proxy, and to nobody else. */
  private static Optional<Authenticator> proxyCredentials(HttpSettings settings) {
    List<URI> proxies =
        List.of(settings.httpsProxy(), settings.httpProxy()).stream()
            .flatMap(Optional::stream)
            .filter(proxy -> proxy.getUserInfo() != null)
            .toList();
    if (proxies.isEmpty()) {
      return Optional.empty();
    }
    // The JDK refuses Basic towards proxies of https unless told otherwise; it reads this when the
    // first client is made, and no other way exists.
    if (System.getProperty("jdk.http.auth.tunneling.disabledSchemes") == null) {
      System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
    }
    return Optional.of(new ProxyAuthenticator(proxies));
  }

  private static SSLContext trusting(Path authorities) throws IOException {
    try (InputStream in = Files.newInputStream(authorities)) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int number = 0;
      for (X509Certificate builtIn : builtIn()) {
        store.setCertificateEntry("jdk-" + number++, builtIn);
      }
      for (Certificate added : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("added-" + number++, added);
      }
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers(store), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IOException(authorities + ": no certificates in PEM: " + e.getMessage(), e);
    }
  }

  private static List<X509Certificate> builtIn() throws GeneralSecurityException {
    for (TrustManager manager : managers(null)) {
      if (manager instanceof X509TrustManager x509) {
        return List.of(x509.getAcceptedIssuers());
      }
    }
    return List.of();
  }

  private static TrustManager[] managers(KeyStore store) throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  /** Chooses the proxy that the environment names for an address. Immutable. */
  private static final class EnvironmentProxies extends ProxySelector {
    private static final List<Proxy> DIRECT = List.of(Proxy.NO_PROXY);
    private final HttpSettings settings;

    EnvironmentProxies(HttpSettings settings) {
      this.settings = settings;
    }

    @Override
    public List<Proxy> select(URI address) {
      boolean secure = "https".equalsIgnoreCase(address.getScheme());
      Optional<URI> proxy = secure ? settings.httpsProxy() : settings.httpProxy();
      String host = address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
      if (proxy.isEmpty() || isDirect(host)) {
        return DIRECT;
      }
      int port = proxy.get().getPort() < 0 ? 80 : proxy.get().getPort();
      return List.of(
          new Proxy(Proxy.Type.HTTP, new InetSocketAddress(proxy.get().getHost(), port)));
    }

    private boolean isDirect(String host) {
      if (host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]")) {
        return true;
      }
      return settings.direct().stream()
          .map(entry -> entry.toLowerCase(Locale.ROOT).replaceFirst("^\\*?\\.", ""))
          .filter(entry -> !entry.isEmpty())
          .anyMatch(entry -> entry.equals("*") || host.equals(entry) || host.endsWith("." + entry));
    }

    @Override
    public void connectFailed(URI address, SocketAddress proxy, IOException failure) {
      // The request fails with this very cause; nothing is left to do here.
    }
  }

  /** Answers proxies only. Immutable. */
  private static final class ProxyAuthenticator extends Authenticator {
    private final List<URI> proxies;

    ProxyAuthenticator(List<URI> proxies) {
      this.proxies = proxies;
    }

    @Override
    protected PasswordAuthentication getPasswordAuthentication() {
      if (getRequestorType() != RequestorType.PROXY) {
        return null;
      }
      return proxies.stream()
          .filter(proxy -> proxy.getHost().equalsIgnoreCase(getRequestingHost()))
          .findFirst()
          .map(ProxyAuthenticator::credentials)
          .orElse(null);
    }

    private static PasswordAuthentication credentials(URI proxy) {
      String[] parts = proxy.getUserInfo().split(":", 2);
      String password = parts.length < 2 ? "" : parts[1];
      return new PasswordAuthentication(parts[0], password.toCharArray());
    }
  }
}
