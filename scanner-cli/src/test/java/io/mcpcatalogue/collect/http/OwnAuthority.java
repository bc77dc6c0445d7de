package io.mcpcatalogue.collect.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate authority of a company's own, made by the JDK's keytool, with a host it vouches
 * for.
 */
public final class OwnAuthority {
  private static final String PASSWORD = "changeit";

  private final Path folder;

  /** Makes the authority and the certificate of 127.0.0.1 in an empty folder. */
  public OwnAuthority(Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    keytool(
        "authority.p12",
        "-genkeypair",
        "-alias",
        "own",
        "-dname",
        "CN=Own authority",
        "-ext",
        "bc:c=ca:true");
    keytool("authority.p12", "-exportcert", "-rfc", "-alias", "own", "-file", "own.pem");
    keytool("host.p12", "-genkeypair", "-alias", "host", "-dname", "CN=host");
    keytool("host.p12", "-certreq", "-alias", "host", "-file", "host.csr");
    keytool(
        "authority.p12",
        "-gencert",
        "-rfc",
        "-alias",
        "own",
        "-ext",
        "san=ip:127.0.0.1",
        "-infile",
        "host.csr",
        "-outfile",
        "host.pem");
    keytool("host.p12", "-importcert", "-noprompt", "-alias", "own", "-file", "own.pem");
    keytool("host.p12", "-importcert", "-noprompt", "-alias", "host", "-file", "host.pem");
  }

  /** What has to be trusted, in PEM. */
  public Path certificate() {
    return folder.resolve("own.pem");
  }

  /** What the host shows to whoever connects. */
  public SSLContext host() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(folder.resolve("host.p12"))) {
      store.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private void keytool(String store, String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(words));
    command.addAll(List.of("-keystore", store, "-storetype", "PKCS12", "-storepass", PASSWORD));
    if (List.of(words).contains("-genkeypair")) {
      command.addAll(List.of("-keyalg", "EC"));
    }
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + ": " + said);
    }
  }
}
