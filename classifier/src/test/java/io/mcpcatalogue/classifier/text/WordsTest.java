package io.mcpcatalogue.classifier.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
  private static final Vocabulary VOCABULARY =
      Vocabulary.of(
          List.of(
              "send", "mail", "get", "user", "doesn't", "read", "only", "搜索", "文件", "ダウンロードしない"));

  @ParameterizedTest
  @CsvSource({
    "getUserById, get user by id",
    "get_user_by_id, get user by id",
    "GMAIL_SEND_EMAIL, gmail send email",
    "list-EC2-instances, list ec2 instances",
    "listEC2Instances, list ec2 instances",
    "domains_getTransferListV1, domains get transfer list v1",
    "files.delete, files delete",
    "repo/pulls:merge, repo pulls merge",
    "getHTTPResponse, get http response",
    "listVMs, list vms",
    "parseURLs2, parse urls2",
    "d1_database_delete, d1 database delete",
    "sendmail, send mail",
    "XMLParser, xml parser",
    "getÜbersicht, get übersicht",
    "---, ''"
  })
  void splitsNames(String name, String words) {
    assertEquals(words, Words.ofName("/name", name, VOCABULARY).toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "It doesn’t change the user's files. | it doesn't change the user files",
        "Read-only: see `git push` and run_id. | read only see git push and run_id",
        "Edits package.json at https://example.com/a/b now | edits package.json at"
            + " https://example.com/a/b now",
        "create/update items, e.g. labels | create update items e.g labels",
        "_send_ **mail** to __init__ _ and run_id | send mail to init and run_id",
        "搜索文件内容 | 搜索 文件 内 容",
        "文件はダウンロードしない | 文件 は ダウンロードしない"
      })
  void splitsProse(String prose, String words) {
    assertEquals(words, Words.ofProse("/description", prose, VOCABULARY).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Use `send user` here.",
        "Use\n```json\nsend `x` user\n```\nhere",
        "Use ``` send user ``` here"
      })
  void codeIsUnknownUnlessItIsAskedFor(String prose) {
    Words words = Words.ofProse("/description", prose, VOCABULARY);
    List<Integer> known = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      assertEquals(Vocabulary.UNKNOWN, words.id(i));
      if (words.idAlsoInCode(i) != Vocabulary.UNKNOWN) {
        known.add(words.idAlsoInCode(i));
      }
    }
    assertEquals(List.of(VOCABULARY.id("send"), VOCABULARY.id("user")), known);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Use `` send", "Use ``` send", "`code` send", "```code``` send", "send `"})
  void whatIsNotClosedOrClosedAlreadyIsNoCode(String prose) {
    Words words = Words.ofProse("/description", prose, VOCABULARY);
    assertEquals(
        VOCABULARY.id("send"), words.id(prose.indexOf("send") == 0 ? 0 : words.size() - 1));
  }

  @Test
  void everyWordKnowsItsPlace() {
    Words words = Words.ofProse("/description", "Please SEND a mail.", VOCABULARY);
    assertEquals("SEND", words.text().substring(words.start(1), words.end(1)));
    assertEquals(VOCABULARY.id("send"), words.id(1));
    assertEquals(Vocabulary.UNKNOWN, words.id(0));
  }

  @Test
  void notesWhatSeparatesWords() {
    Words words =
        Words.ofProse(
            "", "One, two/three - four: five.\n\n- six\nseven (eight) nine-ten", VOCABULARY);
    List<Separator> expected =
        List.of(
            Separator.PARAGRAPH,
            Separator.COMMA,
            Separator.SLASH,
            Separator.DASH,
            Separator.COLON,
            Separator.PARAGRAPH,
            Separator.LINE,
            Separator.OPEN,
            Separator.SPACE,
            Separator.HYPHEN);
    for (int i = 0; i < words.size(); i++) {
      assertEquals(expected.get(i), words.before(i), words.word(i));
    }
  }

  @Test
  void keepsTheWordsOfALongTextWhenAnotherIsSplit() {
    TextSplitter splitter = new TextSplitter(VOCABULARY);
    String text = "get user. ".repeat(5_000) + "send".repeat(20_000);

    Words words = splitter.prose("/description", text);
    Words others = splitter.prose("/title", "Read only.");

    assertEquals(10_001, words.size());
    assertEquals("user", words.word(9_999));
    assertEquals(Separator.END, words.before(9_998));
    assertEquals(text.length(), words.end(10_000));
    assertEquals("read only", others.toString());
  }

  @Test
  void isLinearInTheLengthOfHostileText() {
    for (String piece : List.of("`", "a.", "'", "<", "1.\n", "\n- ", "aB", "搜", "://", "a'")) {
      String text = piece.repeat(1_000_000 / piece.length());
      Assertions.assertTimeout(
          Duration.ofSeconds(2),
          () -> {
            Words.ofProse("/description", text, VOCABULARY);
            Words.ofName("/name", text, VOCABULARY);
          },
          piece);
    }
  }
}
