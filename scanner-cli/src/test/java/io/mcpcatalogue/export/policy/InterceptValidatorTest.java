package io.mcpcatalogue.export.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterceptValidatorTest {
  private final PolicyFormat format = new InterceptFormat();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          V1  | {version: "2", tools: {}}
          V1  | {version: 1.0, tools: {}}
          V2  | {version: "1", default: block, tools: {}}
          V3  | {version: "1", hide: [" "], tools: {}}
          V4  | {version: "1", hide: [a, a], tools: {}}
          W1  | {version: "1", hide: ["*"], tools: {}}
          W2  | {version: "1"}
          W3  | {version: "1", hide: [a], tools: {a: {rules: []}}}
          W6  | {version: "1", tools: {}, tool: {}}
          """)
  void whatIsWrongWithADocument(String rule, String document) {
    assertEquals(List.of(rule), rules(document));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          V5  | {name: a, rate_limit: 1/hour}, {name: b, rate_limit: 2/hour}
          V5  | {name: a, rate_limit: 1/hour}, {name: b, conditions: [{path: args.x, op: exists, value: true}], state: {counter: _rate_hour, window: hour}}
          V6  | {rate_limit: 0/hour}
          V6  | {rate_limit: 5/week}
          V6  | {rate_limit: "5"}
          V7  | {rate_limit: 5/hour, state: {counter: c, window: hour}}
          V8  | {rate_limit: 5/hour, action: deny}
          V9  | {action: deny}
          V9  | {rate_limit: 30/hour}
          V10 | {name: a, action: allow}
          V11 | {name: a, action: deny, conditions: [{path: args.x, op: eq, value: 1}]}
          V12 | {name: a}
          V13 | {name: a, conditions: [{path: x, op: eq, value: 1}]}
          V14 | {name: a, conditions: [{path: args.x, op: like, value: 1}]}
          V15 | {name: a, conditions: [{path: args.x, op: in, value: 1}]}
          V16 | {name: a, conditions: [{path: args.x, op: lt, value: "1"}]}
          V17 | {name: a, conditions: [{path: args.x, op: exists, value: 1}]}
          V18 | {name: a, conditions: [{path: args.x, op: regex, value: "(?=x)"}]}
          V18 | {name: a, conditions: [{path: args.x, op: regex, value: 1}]}
          V19 | {name: a, conditions: [{path: args.x, op: eq, value: 1}], state: {window: hour}}
          V20 | {name: a, conditions: [{path: args.x, op: eq, value: 1}], state: {counter: c, window: week}}
          V21 | {name: a, conditions: [{path: args.x, op: eq, value: 1}], state: {counter: c, window: day, increment_from: x}}
          V22 | {name: a, conditions: [{path: state.t.c, op: lte, value: 1}]}
          W4  | {name: a, action: deny, state: {counter: c, window: day}}
          W5  | {name: a, conditions: [{path: args.x, op: eq, value: 1}], state: {counter: c, window: day, increment: -1}}
          W6  | {name: a, action: deny, on_denied: x}
          """)
  void whatIsWrongWithTheRulesOfATool(String rule, String rules) {
    assertEquals(List.of(rule), rules("{version: '1', tools: {t: {rules: [" + rules + "]}}}"));
  }

  @Test
  void aRateLimitOnANameWithADotLooksForItsCounterUnderAnotherTool() {
    assertEquals(
        List.of("V22"),
        rules("{version: '1', tools: {a.b: {rules: [{name: r, rate_limit: 1/hour}]}}}"));
  }

  @Test
  void everyFaultIsReportedAtOnce() {
    assertEquals(
        List.of("V1", "V2", "V9", "V12"),
        rules("{version: '2', default: maybe, tools: {a: {rules: [{}]}}}"));
  }

  @Test
  void whatInterceptAcceptsIsAccepted() {
    assertEquals(
        List.of(),
        rules(
            """
            version: 1
            description: text
            hide: [z]
            tools:
              "*":
                rules: [{name: all, rate_limit: +120/minute}]
              empty:
              b:
                rules:
                  - name: spend
                    conditions:
                      - {path: state.b.total, op: lte, value: 1e3}
                      - {path: args.x, op: not_in, value: [1, a]}
                      - {path: args.y.z, op: regex, value: '^[a-z]+$'}
                    on_deny: too much
                    state: {counter: total, window: day, increment_from: args.amount}
                  - {name: global, conditions: [{path: state._global._rate_minute, op: lt, value: 5}]}
            """));
  }

  private List<String> rules(String text) {
    return format.faultsIn(Policies.parse(format, text)).stream().map(PolicyFault::rule).toList();
  }
}
