package io.mcpcatalogue.bench.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * Makes an index of any size from a real one: it is repeated under other ids, and in every copy
 * words are replaced by others of the same index, so that no tool is like another.
 *
 * <p>{@code MakeIndex INDEX.jsonl.gz TOOLS OUT.jsonl}
 */
public final class MakeIndex {
  private static final Pattern WORD = Pattern.compile("[A-Za-z]{4,}");

  private final ObjectMapper mapper = new ObjectMapper();
  private final List<String> vocabulary = new ArrayList<>();

  private MakeIndex() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 3) {
      System.err.println("usage: MakeIndex INDEX.jsonl.gz TOOLS OUT.jsonl");
      System.exit(2);
    }
    new MakeIndex()
        .make(Path.of(arguments[0]), Long.parseLong(arguments[1]), Path.of(arguments[2]));
  }

  private void make(Path index, long wanted, Path out) throws IOException {
    List<JsonNode> servers = read(index);
    long tools = 0;
    try (BufferedWriter writer = Files.newBufferedWriter(out)) {
      for (int copy = 0; tools < wanted; copy++) {
        for (int i = 0; i < servers.size() && tools < wanted; i++) {
          ObjectNode server = servers.get(i).deepCopy();
          if (copy > 0) {
            vary(server, copy, new SplittableRandom(copy * 1_000_003L + i));
          }
          tools += server.path("tools").size();
          writer.write(mapper.writeValueAsString(server));
          writer.write('\n');
        }
      }
    }
    System.out.println(tools + " tools, " + Files.size(out) + " bytes");
  }

  private List<JsonNode> read(Path index) throws IOException {
    List<JsonNode> servers = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(index)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode server = mapper.readTree(line);
        servers.add(server);
        for (JsonNode tool : server.path("tools")) {
          Matcher words = WORD.matcher(tool.path("description").asText());
          while (words.find()) {
            vocabulary.add(words.group());
          }
        }
      }
    }
    return servers;
  }

  private void vary(ObjectNode server, int copy, SplittableRandom random) {
    server.put("id", server.path("id").asText() + "-" + copy);
    server.put("name", server.path("name").asText() + "-" + copy);
    server.put("description", varied(server.path("description").asText(), random));
    for (JsonNode tool : server.path("tools")) {
      ObjectNode object = (ObjectNode) tool;
      object.put("name", tool.path("name").asText() + (random.nextInt(4) == 0 ? "_" + copy : ""));
      varyDescriptions(object, random);
    }
  }

  private void varyDescriptions(JsonNode node, SplittableRandom random) {
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> member : List.copyOf(object.properties())) {
        if (member.getKey().equals("description") && member.getValue() instanceof TextNode text) {
          object.put("description", varied(text.textValue(), random));
        } else {
          varyDescriptions(member.getValue(), random);
        }
      }
    } else if (node instanceof ArrayNode array) {
      array.forEach(item -> varyDescriptions(item, random));
    }
  }

  private String varied(String text, SplittableRandom random) {
    return WORD.matcher(text)
        .replaceAll(
            word ->
                random.nextInt(4) == 0
                    ? vocabulary.get(random.nextInt(vocabulary.size()))
                    : word.group());
  }
}
