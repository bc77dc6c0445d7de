package io.mcpcatalogue.collect.extract.annotated;

import io.mcpcatalogue.collect.ObjectSchema;
import io.mcpcatalogue.collect.extract.evaluate.Evaluator;
import io.mcpcatalogue.collect.extract.evaluate.Scope;
import io.mcpcatalogue.collect.extract.evaluate.TypeWalk;
import io.mcpcatalogue.collect.extract.evaluate.Types;
import io.mcpcatalogue.collect.extract.evaluate.Values.TypeValue;
import io.mcpcatalogue.collect.extract.syntax.Expression;
import io.mcpcatalogue.collect.extract.syntax.Expression.Call;
import io.mcpcatalogue.collect.extract.syntax.Expression.Index;
import io.mcpcatalogue.collect.extract.syntax.Expression.Member;
import io.mcpcatalogue.collect.extract.syntax.Expression.Name;
import io.mcpcatalogue.collect.extract.syntax.Parameter;
import io.mcpcatalogue.collect.extract.value.Value;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonArray;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** JSON Schemas of the types of these languages. For one thread. */
final class TypeSchemas {
  private static final Set<String> STRINGS =
      Set.of(
          "String",
          "string",
          "CharSequence",
          "char",
          "Character",
          "Char",
          "Guid",
          "UUID",
          "Uuid",
          "DateTime",
          "DateTimeOffset",
          "DateOnly",
          "TimeOnly",
          "TimeSpan",
          "LocalDate",
          "LocalDateTime",
          "Instant",
          "ZonedDateTime",
          "OffsetDateTime",
          "Duration",
          "Date",
          "str",
          "Path",
          "PathBuf",
          "Uri",
          "URI",
          "Url",
          "URL",
          "File",
          "Cow",
          "NaiveDate");
  private static final Set<String> INTEGERS =
      Set.of(
          "int",
          "Integer",
          "long",
          "Long",
          "short",
          "Short",
          "byte",
          "Byte",
          "Int",
          "UInt",
          "uint",
          "ulong",
          "ushort",
          "sbyte",
          "nint",
          "i8",
          "i16",
          "i32",
          "i64",
          "i128",
          "u8",
          "u16",
          "u32",
          "u64",
          "u128",
          "usize",
          "isize",
          "BigInteger",
          "Int64",
          "Int32",
          "NonZeroU32");
  private static final Set<String> NUMBERS =
      Set.of(
          "double",
          "Double",
          "float",
          "Float",
          "decimal",
          "Decimal",
          "BigDecimal",
          "Number",
          "f32",
          "f64");
  private static final Set<String> BOOLEANS = Set.of("boolean", "Boolean", "bool", "Bool");
  private static final Set<String> LISTS =
      Set.of(
          "[]",
          "List",
          "IList",
          "IEnumerable",
          "IReadOnlyList",
          "ICollection",
          "IReadOnlyCollection",
          "Array",
          "Vec",
          "Set",
          "HashSet",
          "ISet",
          "Collection",
          "Sequence",
          "Iterable",
          "ArrayList",
          "BTreeSet",
          "VecDeque",
          "MutableList",
          "ImmutableArray",
          "array");
  private static final Set<String> MAPS =
      Set.of(
          "map",
          "Map",
          "Dictionary",
          "IDictionary",
          "IReadOnlyDictionary",
          "HashMap",
          "BTreeMap",
          "JsonObject",
          "LinkedHashMap",
          "MutableMap",
          "IndexMap");
  private static final Set<String> OPTIONALS =
      Set.of(
          "?", "Optional", "Option", "Nullable", "OptionalInt", "OptionalDouble", "OptionalLong");
  private static final Set<String> WRAPPERS =
      Set.of("Box", "Arc", "Rc", "Json", "Parameters", "Lazy");

  private final Evaluator evaluator;
  private final TypeWalk walk = new TypeWalk();

  TypeSchemas(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  static boolean isOptional(Expression type) {
    return OPTIONALS.contains(type.lastName());
  }

  /** Whether the language's own types, or a container of them, are meant. */
  static boolean isPlain(Expression type) {
    String name = type.lastName();
    return STRINGS.contains(name)
        || INTEGERS.contains(name)
        || NUMBERS.contains(name)
        || BOOLEANS.contains(name)
        || LISTS.contains(name)
        || MAPS.contains(name)
        || OPTIONALS.contains(name)
        || WRAPPERS.contains(name);
  }

  /** The schema of a type. */
  JsonObject type(Expression type, Scope scope) {
    return walk.deeper(JsonObject.EMPTY, () -> bounded(type, scope));
  }

  private JsonObject bounded(Expression type, Scope scope) {
    String name = type.lastName();
    List<Expression> at = type instanceof Index index ? index.at() : List.of();
    if ((OPTIONALS.contains(name) || WRAPPERS.contains(name)) && !at.isEmpty()) {
      return type(at.get(at.size() - 1), scope);
    }
    if (name.equals("Cow") && !at.isEmpty()) {
      return simple("string");
    }
    String word =
        STRINGS.contains(name)
            ? "string"
            : INTEGERS.contains(name)
                ? "integer"
                : NUMBERS.contains(name) ? "number" : BOOLEANS.contains(name) ? "boolean" : "";
    if (!word.isEmpty()) {
      return simple(word);
    }
    if (meant(type instanceof Index index ? index.of() : type, scope) instanceof TypeValue known) {
      return structure(known);
    }
    Map<String, JsonValue> schema = new LinkedHashMap<>();
    if (LISTS.contains(name)) {
      schema.put("type", JsonValue.of("array"));
      if (!at.isEmpty()) {
        schema.put("items", type(at.get(0), scope));
      }
    } else if (MAPS.contains(name)) {
      schema.put("type", JsonValue.of("object"));
      if (at.size() == 2) {
        schema.put("additionalProperties", type(at.get(1), scope));
      }
    }
    return new JsonObject(schema);
  }

  /** The type of this name; its path ({@code notes::MakeNote}) need not be known for it. */
  private Value meant(Expression type, Scope scope) {
    Value value = evaluator.evaluate(type, scope);
    return value instanceof TypeValue || !(type instanceof Member)
        ? value
        : evaluator.evaluate(new Name(type.lastName(), type.line()), scope);
  }

  private static JsonObject simple(String type) {
    return new JsonObject(Map.of("type", JsonValue.of(type)));
  }

  /** The schema of an enumeration, or of the fields of any other type. */
  JsonObject structure(TypeValue type) {
    return walk.schema(type, () -> walk.within(type, JsonObject.EMPTY, () -> newStructure(type)));
  }

  private JsonObject newStructure(TypeValue type) {
    boolean isEnumeration =
        type.type().marks().stream().anyMatch(mark -> mark.lastName().equals("enum"));
    return isEnumeration ? enumeration(type) : fields(type);
  }

  private JsonObject enumeration(TypeValue type) {
    List<JsonValue> values = new ArrayList<>();
    String style = setting(type.type().marks(), "rename_all");
    for (Parameter constant : type.type().fields()) {
      if (constant.type().isEmpty()) {
        String renamed =
            Marks.rename(constant.marks()).orElse(Names.styled(constant.name(), style));
        values.add(JsonValue.of(renamed));
      }
    }
    Map<String, JsonValue> schema = new LinkedHashMap<>();
    schema.put("type", JsonValue.of("string"));
    schema.put("enum", new JsonArray(values));
    return new JsonObject(schema);
  }

  private String setting(List<Expression> marks, String name) {
    for (Expression mark : marks) {
      if (mark instanceof Call call) {
        for (Expression.Argument argument : call.arguments()) {
          if (argument.name().equals(name) && argument.value() instanceof Expression.Text text) {
            return text.value();
          }
        }
      }
    }
    return "";
  }

  private JsonObject fields(TypeValue type) {
    ObjectSchema structure = new ObjectSchema();
    List<TypeValue> types = new ArrayList<>(Types.withBases(type, evaluator));
    Collections.reverse(types);
    for (TypeValue each : types) {
      String style = setting(each.type().marks(), "rename_all");
      for (Parameter field : each.type().fields()) {
        if (field.type().isPresent() && !Marks.isSkipped(field.marks())) {
          field(field, each.scope(), style, structure);
        }
      }
    }
    return structure.build();
  }

  private void field(Parameter field, Scope scope, String style, ObjectSchema structure) {
    JsonObject own = type(field.type().orElseThrow(), scope);
    if (Marks.has(field.marks(), "flatten")) {
      structure.putAll(own);
      return;
    }
    Map<String, JsonValue> schema = new LinkedHashMap<>(own.members());
    description(field, scope).ifPresent(text -> schema.put("description", JsonValue.of(text)));
    String name = Marks.rename(field.marks()).orElse(Names.styled(field.name(), style));
    boolean isRequired =
        field.defaultValue().isEmpty()
            && !isOptional(field.type().orElseThrow())
            && !Marks.has(field.marks(), "default")
            && !Marks.isOptional(field.marks());
    structure.put(name, new JsonObject(schema), isRequired);
  }

  /** What an annotation or comment says of a parameter or field. */
  Optional<String> description(Parameter field, Scope scope) {
    return Marks.description(field.marks(), scope, evaluator)
        .or(
            () ->
                field.documentation().isBlank()
                    ? Optional.empty()
                    : Optional.of(field.documentation()));
  }
}
