/**
 * One small syntax tree for the languages whose programs are evaluated: expressions and statements
 * as far as tool declarations need them. What a parser does not understand becomes {@link
 * io.mcpcatalogue.collect.extract.syntax.Expression.Unread}.
 */
package io.mcpcatalogue.collect.extract.syntax;
