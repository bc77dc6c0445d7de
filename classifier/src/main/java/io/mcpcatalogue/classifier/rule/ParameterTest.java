package io.mcpcatalogue.classifier.rule;

import java.util.List;
import java.util.Set;

/**
 * What a parameter must be like; an empty list asks for nothing. Immutable.
 *
 * @param names its name in words
 * @param paths its path in words: {@code media[].url} is {@code media url}
 * @param described words of its description
 * @param types the JSON types, one of which it must allow; a parameter without type allows all
 * @param formats values of the keyword "format"
 * @param has schema keywords that must be there
 * @param lacks schema keywords that must not be there
 * @param values words of its allowed values
 * @param defaults spellings of its default value
 * @param deepest how deep it may be nested
 */
public record ParameterTest(
    List<Phrase> names,
    List<Phrase> paths,
    List<Phrase> described,
    Set<String> types,
    Set<String> formats,
    List<String> has,
    List<String> lacks,
    List<Phrase> values,
    Set<String> defaults,
    int deepest) {

  public ParameterTest {
    names = List.copyOf(names);
    paths = List.copyOf(paths);
    described = List.copyOf(described);
    types = Set.copyOf(types);
    formats = Set.copyOf(formats);
    has = List.copyOf(has);
    lacks = List.copyOf(lacks);
    values = List.copyOf(values);
    defaults = Set.copyOf(defaults);
  }
}
