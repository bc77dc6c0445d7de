package io.mcpcatalogue.collect.extract.script;

import io.mcpcatalogue.collect.extract.lex.Tokens;
import io.mcpcatalogue.collect.extract.script.evaluate.Bindings;
import io.mcpcatalogue.collect.extract.script.evaluate.CallSites;
import io.mcpcatalogue.collect.extract.script.evaluate.Evaluator;
import io.mcpcatalogue.collect.extract.script.evaluate.ScriptValue.Closure;
import io.mcpcatalogue.collect.extract.script.evaluate.ScriptValue.Unbound;
import io.mcpcatalogue.collect.extract.script.module.ChangeFinder;
import io.mcpcatalogue.collect.extract.script.module.Node;
import io.mcpcatalogue.collect.extract.script.module.ScriptClass;
import io.mcpcatalogue.collect.extract.script.module.ScriptFunction;
import io.mcpcatalogue.collect.extract.script.module.ScriptModule;
import io.mcpcatalogue.collect.extract.tool.ExtractedTool;
import io.mcpcatalogue.collect.extract.tool.ExtractedTool.Confidence;
import io.mcpcatalogue.collect.extract.tool.ToolCollection;
import io.mcpcatalogue.collect.extract.value.Place;
import io.mcpcatalogue.collect.extract.value.Value;
import io.mcpcatalogue.collect.extract.value.Value.ListValue;
import io.mcpcatalogue.collect.extract.value.Value.ObjectValue;
import io.mcpcatalogue.collect.extract.value.Value.Text;
import io.mcpcatalogue.model.Gap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * {@code server.registerTool(name, {…}, handler)}, {@code server.tool(name, …)}, {@code
 * server.addTool({…})}. Where the name is a parameter, the calls of the function around are
 * followed, so that wrappers of any name and loops over lists of tools are understood.
 */
final class RegistrationCalls implements ScriptIdiom {
  static final List<String> FUNCTIONS =
      List.of(
          "registerTool",
          "tool",
          "addTool",
          "addTools",
          "registerTools",
          "registerAppTool",
          "registerToolTask");
  private static final Pattern LIBRARY = Pattern.compile("mcp|modelcontextprotocol|agent-sdk");
  private static final Set<String> LOGS = Set.of("logger", "log", "console");
  private static final int MAX_RECEIVERS = 2;

  private record Site(ScriptModule module, int token, int open) {}

  @Override
  public Findings find(ScriptProgram program) {
    List<Site> wrappers = new ArrayList<>();
    List<Site> direct = new ArrayList<>();
    for (ScriptModule module : program.modules()) {
      SortedSet<Integer> tokens = new TreeSet<>();
      FUNCTIONS.forEach(function -> tokens.addAll(module.callsOf(function)));
      for (int token : tokens) {
        Site site = new Site(module, token, ChangeFinder.opening(module.tokens(), token));
        if (isCall(program, site)) {
          (hangsOnParameters(program, site) ? wrappers : direct).add(site);
        }
      }
    }
    List<ExtractedTool> tools = new ArrayList<>();
    List<Gap> open = new ArrayList<>();
    Set<CallSites.Site> followed = new HashSet<>();
    for (Site site : wrappers) {
      read(program, site, tools, open, followed);
    }
    for (Site site : direct) {
      if (!followed.contains(new CallSites.Site(site.module(), site.open()))) {
        read(program, site, tools, open, followed);
      }
    }
    return new Findings(tools, open);
  }

  private static boolean isCall(ScriptProgram program, Site site) {
    Tokens tokens = site.module().tokens();
    if (site.module().methodAt(site.token()).isPresent()
        || tokens.is(site.token() - 1, "function")
        || tokens.is(site.token() - 1, "new")
        || tokens.is(site.open() + 1, ')')
        || LibraryCode.contains(site.module(), site.token())) {
      return false;
    }
    boolean member = tokens.is(site.token() - 1, '.') || tokens.is(site.token() - 1, "?.");
    return member
        ? !isLog(tokens, site.token() - 2) && !callsWrapper(site)
        : isPlainRegistration(program, site);
  }

  /** {@code logger.tool(name, "start")} tells of a call. */
  private static boolean isLog(Tokens tokens, int receiver) {
    return LOGS.stream().anyMatch(log -> tokens.is(receiver, log));
  }

  /** A function of this name, called without an object, may belong to any library. */
  private static boolean isPlainRegistration(ScriptProgram program, Site site) {
    Tokens tokens = site.module().tokens();
    Value callee =
        program
            .evaluator()
            .outcome(
                site.module(),
                new Node.Name(site.token(), tokens.text(site.token())),
                program.evaluator().top())
            .value();
    if (callee instanceof Value.Reference reference) {
      return LIBRARY.matcher(reference.module()).find();
    }
    // A parameter that is called: what it is given must look like a registration.
    int first = site.open() + 1;
    return callee instanceof Unbound
        && (tokens.is(first, Tokens.Kind.STRING) || tokens.is(first, '{'));
  }

  /** Whether a method of the project is called that registers by itself: it is read inside. */
  private static boolean callsWrapper(Site site) {
    Tokens tokens = site.module().tokens();
    if (!tokens.is(site.token() - 2, "this")) {
      return false;
    }
    Optional<ScriptClass> around = site.module().classAround(site.token());
    ScriptFunction method =
        around.map(each -> each.methods().get(tokens.text(site.token()))).orElse(null);
    if (method == null) {
      return false;
    }
    for (int i = method.body(); i < Math.min(tokens.count(), method.end()); i++) {
      if (tokens.is(i, '(') && FUNCTIONS.contains(tokens.text(i - 1)) && tokens.is(i - 2, '.')) {
        return true;
      }
    }
    return false;
  }

  private static boolean hangsOnParameters(ScriptProgram program, Site site) {
    List<Node> arguments = site.module().arguments(site.open());
    if (arguments.isEmpty()) {
      return false;
    }
    Evaluator.Outcome first =
        program.evaluator().outcome(site.module(), arguments.get(0), program.evaluator().top());
    return !first.unbound().isEmpty();
  }

  private static void read(
      ScriptProgram program,
      Site site,
      List<ExtractedTool> tools,
      List<Gap> open,
      Set<CallSites.Site> followed) {
    program.evaluator().allow();
    List<Node> arguments = site.module().arguments(site.open());
    int nameAt = nameAt(program, site, arguments);
    if (nameAt < 0) {
      return;
    }
    ToolReader.Context context =
        program.context(site.module(), site.token(), Confidence.REGISTERED);
    boolean found = false;
    boolean missed = false;
    boolean nameless = false;
    Node wanted = arguments.get(nameAt);
    for (Bindings bindings :
        program.alternatives().of(site.module(), wanted, program.evaluator().top())) {
      List<Value> values = values(program, site, arguments, bindings);
      ToolReader.Context there = context.at(place(program, site, wanted, bindings));
      List<ExtractedTool> read = tools(program, values, nameAt, there);
      tools.addAll(read);
      found |= !read.isEmpty();
      missed |= read.isEmpty();
      nameless |= read.isEmpty() && isNameless(values, nameAt);
      if (!read.isEmpty()) {
        followed.addAll(bindings.sites());
      }
    }
    if ((missed || !found) && mayRegister(program, site, arguments, nameAt)) {
      open.add(
          new Gap(
              site.module().place(site.token()).toString(),
              Gap.Kind.DYNAMIC,
              "the name of the tool that is registered here is known only at run time"));
    } else if (nameless) {
      open.add(
          new Gap(
              site.module().place(site.token()).toString(),
              Gap.Kind.DYNAMIC,
              ToolCollection.NO_NAME));
    }
  }

  /** Whether something is registered, with a handler, under a text that is no name. */
  private static boolean isNameless(List<Value> values, int nameAt) {
    int last = values.size() - 1;
    return nameAt < last
        && values.get(nameAt).exactText().isPresent()
        && (values.get(last) instanceof Closure || last - nameAt > 1 && !isData(values.get(last)));
  }

  static boolean isData(Value value) {
    return value instanceof Text
        || value instanceof ObjectValue
        || value instanceof ListValue
        || value instanceof Value.NumberValue
        || value instanceof Value.Bool
        || value instanceof Value.Nothing;
  }

  /** Where the tool is declared: the object its name is a member of, or the call that names it. */
  private static Place place(ScriptProgram program, Site site, Node name, Bindings bindings) {
    if (name instanceof Node.Member member) {
      Value owner = program.evaluator().outcome(site.module(), member.object(), bindings).value();
      Optional<Place> declared = program.evaluator().objects().placeOf(owner);
      if (declared.isPresent()) {
        return declared.get();
      }
    }
    List<CallSites.Site> calls = bindings.sites();
    return calls.size() == 1 && !(name instanceof Node.Literal)
        ? calls.get(0).module().place(calls.get(0).open())
        : site.module().place(site.token());
  }

  private static List<Value> values(
      ScriptProgram program, Site site, List<Node> arguments, Bindings bindings) {
    Node list = new Node.ArrayNode(site.open(), arguments);
    return Evaluator.itemsOf(program.evaluator().outcome(site.module(), list, bindings).value());
  }

  /** Which argument is the name or the tool; negative when it is no registration. */
  private static int nameAt(ScriptProgram program, Site site, List<Node> arguments) {
    boolean member = site.module().tokens().is(site.token() - 1, '.');
    for (int i = 0; i < Math.min(MAX_RECEIVERS, arguments.size()); i++) {
      Value value =
          program
              .evaluator()
              .outcome(site.module(), arguments.get(i), program.evaluator().top())
              .value();
      boolean last = member || i == MAX_RECEIVERS - 1 || i == arguments.size() - 1;
      if (value instanceof Closure) {
        return -1;
      }
      if (value instanceof Text || value instanceof ObjectValue || value instanceof ListValue) {
        return i;
      }
      if (last) {
        return i;
      }
      Value next =
          program
              .evaluator()
              .outcome(site.module(), arguments.get(i + 1), program.evaluator().top())
              .value();
      if (!(next instanceof Text)) {
        return i;
      }
    }
    return -1;
  }

  private static List<ExtractedTool> tools(
      ScriptProgram program, List<Value> values, int nameAt, ToolReader.Context context) {
    ToolReader reader = program.reader();
    if (nameAt >= values.size()) {
      return List.of();
    }
    Value first = values.get(nameAt);
    if (first instanceof Text) {
      return reader.ofArguments(values, nameAt, context).stream().toList();
    }
    if (!(first instanceof ListValue list)) {
      return reader.ofValue(first, context).stream().toList();
    }
    List<ExtractedTool> tools = new ArrayList<>();
    for (Value item : list.items()) {
      reader.ofValue(item, context).ifPresent(tools::add);
    }
    return tools;
  }

  private static boolean mayRegister(
      ScriptProgram program, Site site, List<Node> arguments, int nameAt) {
    Value value =
        program
            .evaluator()
            .outcome(site.module(), arguments.get(nameAt), program.evaluator().top())
            .value();
    // Only what is open at run time counts: a known object without a name is no tool at all.
    return !(value instanceof Text text && text.exact()) && !(value instanceof Value.Bool);
  }
}
