package io.mcpcatalogue.collect.live.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MissingCredentialsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Error: FOO_API_KEY environment variable is required|FOO_API_KEY",
        "Please set the GITHUB_TOKEN environment variable|GITHUB_TOKEN",
        "KeyError: 'OPENAI_API_KEY'|OPENAI_API_KEY",
        "Missing required environment variables: SLACK_BOT_TOKEN, SLACK_TEAM_ID"
            + "|SLACK_BOT_TOKEN, SLACK_TEAM_ID",
        "level=fatal msg=\"ACME_TOKEN not set\"|ACME_TOKEN",
        "You must provide NOTION_TOKEN to start|NOTION_TOKEN",
        "panic: env SHOP_URL is empty|SHOP_URL",
        "TAVILY_API_KEY undefined, exiting|TAVILY_API_KEY"
      })
  void theVariableThatIsMissingIsNamed(String line, String variables) {
    MissingCredentials missing = MissingCredentials.in(List.of("starting", line)).orElseThrow();

    assertEquals(variables, String.join(", ", missing.variables()));
    assertEquals(line, missing.line());
  }

  @Test
  void aSchemaCheckerSaysItInSeveralLines() {
    List<String> lines =
        List.of(
            "ZodError: [",
            "{",
            "\"code\": \"invalid_type\",",
            "\"path\": [",
            "\"X_API_KEY\"",
            "],",
            "\"message\": \"Required\"",
            "}");

    assertEquals(
        Optional.of(List.of("X_API_KEY")),
        MissingCredentials.in(lines).map(MissingCredentials::variables));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "API key is required. Use --api-key",
        "Error: not authenticated, run `acme login` first",
        "401 Unauthorized",
        "An Acme api token is required.",
        "Error: Environment Variables not set - please check your .env file",
        "No credentials provided"
      })
  void credentialsWithoutAVariableAreRecognised(String line) {
    MissingCredentials missing = MissingCredentials.in(List.of(line)).orElseThrow();

    assertEquals(List.of(), missing.variables());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Error [ERR_MODULE_NOT_FOUND]: Cannot find package 'x'",
        "Warning: NODE_TLS_REJECT_UNAUTHORIZED is set",
        "loaded API_KEY from file",
        "Usage: server <directory>",
        "ECONNREFUSED 127.0.0.1:5432",
        "Server listening on stdio"
      })
  void otherReasonsAreNotMistakenForMissingCredentials(String line) {
    assertEquals(Optional.empty(), MissingCredentials.in(List.of(line)));
  }
}
