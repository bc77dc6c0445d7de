package io.mcpcatalogue.collect.extract.evaluate;

import io.mcpcatalogue.collect.extract.syntax.Statement;
import java.util.List;

/** A file with its statements and the names it sees. */
public record ParsedFile(String path, List<Statement> statements, Scope scope) {}
