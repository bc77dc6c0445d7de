package io.mcpcatalogue.collect.extract.script.module;

import io.mcpcatalogue.collect.extract.lex.Tokens;
import io.mcpcatalogue.collect.extract.lex.Tokens.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the head and the members of a class. For one module. */
final class ClassReader {
  private static final int MAX_HEAD = 200;
  private static final Set<String> MODIFIERS =
      Set.of(
          "public",
          "private",
          "protected",
          "static",
          "readonly",
          "abstract",
          "override",
          "async",
          "get",
          "set",
          "declare",
          "accessor");

  private final ScriptModule module;
  private final Tokens tokens;

  ClassReader(ScriptModule module) {
    this.module = module;
    this.tokens = module.tokens();
  }

  Optional<ScriptClass> read(int start) {
    boolean named = tokens.is(start + 1, Kind.WORD) && !tokens.is(start + 1, "extends");
    int i = named ? start + 2 : start + 1;
    if (tokens.is(i, '<')) {
      i = TypeSkipper.angles(tokens, i);
    }
    int base = tokens.is(i, "extends") ? i + 1 : Tokens.NONE;
    int limit = Math.min(tokens.count(), i + MAX_HEAD);
    while (i < limit && !tokens.is(i, '{')) {
      i = tokens.is(i, Kind.OPEN) ? tokens.next(i) : i + 1;
    }
    if (!tokens.is(i, '{')) {
      return Optional.empty();
    }
    Map<String, Integer> fields = new LinkedHashMap<>();
    Map<String, ScriptFunction> methods = new LinkedHashMap<>();
    List<String> constructorFields = new ArrayList<>();
    members(i, fields, methods, constructorFields);
    return Optional.of(
        new ScriptClass(
            module,
            start,
            named ? tokens.text(start + 1) : "",
            base,
            i,
            fields,
            methods,
            List.copyOf(constructorFields)));
  }

  private void members(
      int body,
      Map<String, Integer> fields,
      Map<String, ScriptFunction> methods,
      List<String> constructorFields) {
    int end = tokens.closing(body);
    int i = body + 1;
    while (i < end) {
      int member = afterModifiers(i, end);
      if (member >= end) {
        return;
      }
      boolean getter = tokens.is(member - 1, "get");
      boolean setter = tokens.is(member - 1, "set");
      String name = name(member);
      int after = tokens.next(member);
      if (tokens.is(after, '?') || tokens.is(after, '!')) {
        after++;
      }
      if (tokens.is(after, '(') || tokens.is(after, '<')) {
        int parameters = tokens.is(after, '<') ? TypeSkipper.angles(tokens, after) : after;
        i = method(name, member, parameters, getter, setter, methods, end);
        if (name.equals("constructor") && tokens.is(parameters, '(')) {
          propertyParameters(parameters, constructorFields);
        }
      } else {
        if (tokens.is(after, ':')) {
          after = TypeSkipper.type(tokens, after + 1);
        }
        if (tokens.is(after, '=')) {
          fields.putIfAbsent(name, after + 1);
          i = endOfField(after + 1, end);
        } else {
          i = Math.max(member + 1, after);
        }
      }
    }
  }

  private int method(
      String name,
      int member,
      int parameters,
      boolean getter,
      boolean setter,
      Map<String, ScriptFunction> methods,
      int end) {
    if (!tokens.is(parameters, '(')) {
      return member + 1;
    }
    int body = tokens.next(parameters);
    if (tokens.is(body, ':')) {
      body = TypeSkipper.type(tokens, body + 1);
    }
    if (!tokens.is(body, '{')) {
      return Math.max(member + 1, body);
    }
    if (!setter) {
      methods.put(
          name,
          new ScriptFunction(
              member, name, parameters, body, Math.min(end, tokens.next(body)), true, getter));
    }
    return tokens.next(body);
  }

  private int afterModifiers(int start, int end) {
    int i = start;
    while (i < end) {
      if (tokens.is(i, ';') || tokens.is(i, '*') || tokens.is(i, ',')) {
        i++;
      } else if (tokens.is(i, '@')) {
        i += 2;
        while (tokens.is(i, '.')) {
          i += 2;
        }
        if (tokens.is(i, '(')) {
          i = tokens.next(i);
        }
      } else if (tokens.is(i, Kind.WORD)
          && MODIFIERS.contains(tokens.text(i))
          && (tokens.is(i + 1, Kind.WORD)
              || tokens.is(i + 1, Kind.STRING)
              || tokens.is(i + 1, '[')
              || tokens.is(i + 1, '*')
              || (tokens.is(i, "static") && tokens.is(i + 1, '{')))) {
        i++;
        if (tokens.is(i, '{')) {
          i = tokens.next(i);
        }
      } else {
        return i;
      }
    }
    return end;
  }

  private String name(int member) {
    return tokens.is(member, Kind.STRING) ? tokens.string(member) : tokens.text(member);
  }

  private int endOfField(int value, int end) {
    int i = value;
    while (i < end) {
      if (tokens.is(i, ';')) {
        return i + 1;
      }
      boolean fresh =
          tokens.is(i, Kind.WORD)
              || tokens.is(i, Kind.STRING)
              || tokens.is(i, '@')
              || tokens.is(i, '[');
      if (i > value && fresh && tokens.startsLine(i) && endsExpression(i - 1)) {
        return i;
      }
      i = tokens.next(i);
    }
    return end;
  }

  private boolean endsExpression(int token) {
    return !tokens.is(token, Kind.PUNCTUATION) || tokens.is(token, '!') || tokens.is(token, '>');
  }

  private void propertyParameters(int open, List<String> names) {
    int end = tokens.closing(open);
    boolean first = true;
    for (int i = open + 1; i < end; i = tokens.next(i)) {
      if (tokens.is(i, ',')) {
        first = true;
      } else if (first) {
        first = false;
        int name = i;
        while (tokens.is(name, Kind.WORD)
            && PatternReader.PROPERTY_MODIFIERS.contains(tokens.text(name))
            && tokens.is(name + 1, Kind.WORD)) {
          name++;
        }
        if (name > i) {
          names.add(tokens.text(name));
        }
      }
    }
  }
}
