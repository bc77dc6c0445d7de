package io.mcpcatalogue.bench.speed;

import io.mcpcatalogue.collect.extract.lex.Language;
import io.mcpcatalogue.collect.extract.lex.Lexer;
import io.mcpcatalogue.collect.extract.lex.Tokens;
import io.mcpcatalogue.collect.extract.script.module.WholeScript;
import io.mcpcatalogue.collect.extract.syntax.BraceParser;
import io.mcpcatalogue.collect.extract.syntax.Dialect;
import io.mcpcatalogue.collect.extract.syntax.Expression;
import io.mcpcatalogue.collect.extract.syntax.Expressions;
import io.mcpcatalogue.collect.extract.syntax.GoParser;
import io.mcpcatalogue.collect.extract.syntax.PythonParser;
import io.mcpcatalogue.collect.extract.syntax.Statement;
import io.mcpcatalogue.collect.extract.syntax.Statements;
import io.mcpcatalogue.collect.extract.tree.SourceFile;
import io.mcpcatalogue.collect.extract.tree.SourceText;
import io.mcpcatalogue.collect.extract.tree.SourceTree;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Decodes, lexes and parses every file once, down to the last statement of every function. The
 * extraction leaves most bodies unread; this is the yardstick beside it.
 */
final class FullParse {
  private static final int MAX_FILE_BYTES = 32 << 20;

  private FullParse() {}

  /** How many expressions the files have. */
  static int of(SourceTree tree, List<SourceFile> files) throws IOException {
    int expressions = 0;
    for (SourceFile file : files) {
      Language language = Language.of(file.path()).orElseThrow();
      Optional<String> text = SourceText.decode(tree.read(file, MAX_FILE_BYTES));
      if (text.isPresent()) {
        expressions += parse(file.path(), Lexer.lex(language, text.get()));
      }
    }
    return expressions;
  }

  private static int parse(String path, Tokens tokens) {
    return switch (tokens.language()) {
      case SCRIPT -> WholeScript.parse(path, tokens);
      case GO -> inFull(GoParser.parse(tokens));
      case PYTHON -> inFull(PythonParser.parse(tokens));
      case JAVA -> inFull(BraceParser.parse(Dialect.JAVA, tokens));
      case KOTLIN -> inFull(BraceParser.parse(Dialect.KOTLIN, tokens));
      case CSHARP -> inFull(BraceParser.parse(Dialect.CSHARP, tokens));
      case RUST -> inFull(BraceParser.parse(Dialect.RUST, tokens));
      case PHP -> inFull(BraceParser.parse(Dialect.PHP, tokens));
      case SWIFT -> inFull(BraceParser.parse(Dialect.SWIFT, tokens));
      case RUBY -> tokens.count();
    };
  }

  /** Bodies are parsed when they are walked over. */
  private static int inFull(List<Statement> statements) {
    int[] count = new int[1];
    for (Expression expression : Statements.expressions(statements)) {
      Expressions.forEach(expression, part -> count[0]++);
    }
    return count[0];
  }
}
