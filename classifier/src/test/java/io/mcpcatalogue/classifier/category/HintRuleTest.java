package io.mcpcatalogue.classifier.category;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mcpcatalogue.classifier.facts.Claim;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HintRuleTest {

  @Test
  void claimsHaveAFixedOrderSinceTheFirstIsQuoted() {
    Map<String, Claim> claims =
        Map.of("readOnlyHint", Claim.FALSE, "destructiveHint", Claim.FALSE, "a", Claim.TRUE);
    HintRule rule = HintRule.of("rule", claims, List.of());
    assertEquals(
        List.of("a", "destructiveHint", "readOnlyHint"),
        rule.claims().stream().map(HintRule.Claimed::annotation).toList());
  }
}
