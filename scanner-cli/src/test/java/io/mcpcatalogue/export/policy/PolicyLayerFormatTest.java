package io.mcpcatalogue.export.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mcpcatalogue.model.Policy.Window;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyLayerFormatTest {
  private final PolicyFormat format = new PolicyLayerFormat();

  @Test
  void aLimitedToolIsWrittenByteForByteAsTheCataloguePrintsIt() {
    assertEquals(
        Policies.EXEC_TEN_TIMES_A_MINUTE,
        format.write(Policies.policy(Policies.limited("exec", 10, Window.MINUTE))).text());
  }

  @Test
  void everyActionHasItsForm() {
    assertEquals(
        """
        {
          "version": "1",
          "default": "deny",
          "hide": [
            "delete_account"
          ],
          "tools": {
            "list": {},
            "create_charge": {
              "deny_if": [
                {
                  "conditions": [],
                  "on_deny": "Requires human approval."
                }
              ]
            }
          }
        }
        """,
        format
            .write(
                Policies.policy(
                    Policies.allowed("list"),
                    Policies.hidden("delete_account"),
                    Policies.denied("create_charge")))
            .text());
  }

  @Test
  void aDailyLimitBecomesAStricterHourlyOneOrADenialAndIsReported() {
    PolicyText hourly = format.write(Policies.policy(Policies.limited("a", 100, Window.DAY)));
    PolicyText denied = format.write(Policies.policy(Policies.limited("a", 10, Window.DAY)));

    assertEquals(
        List.of("4 calls an hour instead of 100 a day, which cannot be said"),
        hourly.losses().stream().map(PolicyText.Loss::what).toList());
    assertEquals(
        List.of("denied: 10 calls a day cannot be said, only calls a minute or hour"),
        denied.losses().stream().map(PolicyText.Loss::what).toList());
  }

  @Test
  void theValidatorNamesWhatIsWrong() {
    assertEquals(List.of("P2", "P3"), rules("{}"));
    assertEquals(List.of("P4"), rules(document("'hide':['a','a']")));
    assertEquals(List.of("P5"), rules(document("'hide':['a'],'tools':{'a':{}}")));
    assertEquals(List.of("P6"), rules(tool("'deny_if':[{'conditions':[]}]")));
    assertEquals(
        List.of("P7"),
        rules(tool("'limits':[{'counter':'c','window':'week','max':1,'scope':'grant'}]")));
    assertEquals(
        List.of("P7"),
        rules(tool("'limits':[{'counter':'c','window':'hour','max':0,'scope':'grant'}]")));
    assertEquals(List.of("P8"), rules(tool("'limit':[]")));
    assertEquals(List.of("P9"), rules(tool("'limits':{}")));
    assertEquals(List.of(), rules(document("'all_tools':{'limits':[]}")));
  }

  private List<String> rules(String text) {
    return format.faultsIn(Policies.parse(format, text.replace('\'', '"'))).stream()
        .map(PolicyFault::rule)
        .toList();
  }

  private static String document(String members) {
    return "{'version':'1','default':'deny'," + members + "}";
  }

  private static String tool(String members) {
    return document("'tools':{'a':{" + members + "}}");
  }
}
