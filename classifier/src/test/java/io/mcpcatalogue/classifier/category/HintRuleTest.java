package io.mcpcatalogue.classifier.category;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mcpcatalogue.classifier.facts.Claim;
import io.mcpcatalogue.classifier.facts.Hint;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HintRuleTest {

  @Test
  void claimsHaveAFixedOrderSinceTheFirstIsQuoted() {
    Map<Hint, Claim> claims =
        Map.of(
            Hint.READ_ONLY,
            Claim.FALSE,
            Hint.DESTRUCTIVE,
            Claim.FALSE,
            Hint.OPEN_WORLD,
            Claim.TRUE);
    HintRule rule = HintRule.of("rule", claims, List.of());
    assertEquals(
        List.of(Hint.DESTRUCTIVE, Hint.OPEN_WORLD, Hint.READ_ONLY),
        rule.claims().stream().map(HintRule.Claimed::hint).toList());
  }
}
