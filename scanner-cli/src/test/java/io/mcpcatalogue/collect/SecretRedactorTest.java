package io.mcpcatalogue.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretRedactorTest {
  // Assembled, so that no scanner of repositories takes the examples for real ones.
  private static final String FILLER = "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8";

  private final SecretRedactor redactor = SecretRedactor.byShape();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ghp_",
        "github_pat_",
        "glpat-",
        "xoxb-",
        "sk-ant-",
        "sk-proj-",
        "sk_live_",
        "npm_",
        "hf_",
        "sk-",
        "figd_",
        "shpat_",
        "AIza",
        "lin_api_",
        "tvly-",
        "ntn_"
      })
  void takesOutTokensByTheirShape(String prefix) {
    String text = "started with " + prefix + FILLER + " as the key";
    assertEquals("started with [redacted] as the key", redactor.redact(text));
    assertTrue(redactor.holdsSecret(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://user:pw123@host/x | https://[redacted]@host/x",
        "postgresql://me:secret@db:5432/x | postgresql://[redacted]@db:5432/x",
        "https://host/mcp?api_key=abc123&x=1 | https://host/mcp?api_key=[redacted]&x=1",
        "Authorization: Bearer abc.def-123 | Authorization: Bearer [redacted]",
        "Authorization: s3cr3t | Authorization: [redacted]",
        "--api-key abc123def | --api-key [redacted]",
        "--api-key=abc123def | --api-key=[redacted]",
        "OPENAI_API_KEY=abc123 | OPENAI_API_KEY=[redacted]",
        "\"password\": \"hunter2\" | \"password\": \"[redacted]\"",
        "X-Api-Key: 0123abcd | X-Api-Key: [redacted]",
        "EXA_KEY=abcd-efgh | EXA_KEY=[redacted]",
        "url=https://host/?token=abcd1 | url=https://host/?token=[redacted]",
        "accessToken=abcdefgh12 | accessToken=[redacted]",
      })
  void takesOutWhatANameMarks(String text, String safe) {
    assertEquals(safe, redactor.redact(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "npx -y @modelcontextprotocol/server-filesystem@2025.1.14 /home/me",
        "--max-tokens 4096",
        "--token-limit=4096",
        "PAGE_TOKEN=next",
        "tool list_secret_names has a parameter key",
        "KEY_FILE=/etc/key.pem",
        "SSH_AUTH_SOCK=/run/agent.sock",
        "the token is missing",
        "sha256-0a1b2c3d4e5f60718293a4b5c6d7e8f901234567",
        "https://host/path@1.2.3/x",
        "--api-key ${API_KEY}",
        "Authorization: Bearer ${input:token}",
        "bearer tokens are needed",
      })
  void leavesAllElse(String text) {
    assertEquals(text, redactor.redact(text));
    assertFalse(redactor.holdsSecret(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--api-key YOUR_API_KEY",
        "API_KEY=<your key>",
        "TOKEN=xxxxxxxx",
        "--token your-token-here",
        "API_KEY=sk-...",
        "API_KEY=changeme"
      })
  void aPlaceholderIsNoSecret(String text) {
    assertFalse(redactor.holdsSecret(text));
  }

  @Test
  void takesOutKnownValuesWhereverTheyStand() {
    SecretRedactor knowing =
        SecretRedactor.knowing(List.of("correct horse", "correct horse battery", "abc"));
    assertEquals("failed: [redacted]!", knowing.redact("failed: correct horse battery!"));
    assertEquals("abc stays, being too short", knowing.redact("abc stays, being too short"));
  }

  @Test
  void redactsACommandWordByWord() {
    assertEquals(
        "npx -y server --token [redacted] --port 8080",
        redactor.redactCommand(List.of("npx", "-y", "server", "--token", "s3", "--port", "8080")));
    assertEquals(
        "docker run -e GITHUB_TOKEN=[redacted] image",
        redactor.redactCommand(List.of("docker", "run", "-e", "GITHUB_TOKEN=abc", "image")));
  }

  @Test
  void takesOutPrivateKeys() {
    String key = "-----BEGIN RSA PRIVATE KEY-----\nMIIE\nabc\n-----END RSA PRIVATE KEY-----";
    assertEquals("[redacted]", redactor.redact(key));
  }

  @Test
  void takesTimeThatGrowsWithTheTextOnly() {
    String hostile =
        "--a".repeat(50_000)
            + "Bearer ".repeat(50_000)
            + "a_".repeat(100_000)
            + "a://".repeat(50_000);
    assertTimeoutPreemptively(Duration.ofSeconds(5), () -> redactor.redact(hostile));
  }
}
