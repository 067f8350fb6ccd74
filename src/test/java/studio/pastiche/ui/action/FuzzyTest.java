package studio.pastiche.ui.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class FuzzyTest {
  @Test
  void lettersMayBeLeftOutButNotTurnedRound() {
    assertTrue(Fuzzy.score("zmin", "Zoom in").isPresent());
    assertEquals(OptionalInt.empty(), Fuzzy.score("nimz", "Zoom in"));
    assertTrue(Fuzzy.score("绘", "绘制").isPresent());
  }

  @Test
  void whatBeginsWordsFitsBetterThanWhatLiesInside() {
    assertTrue(score("so", "Stop only") > score("so", "Also"));
    assertTrue(score("paint", "Paint") > score("paint", "Back to the painting"));
    assertTrue(score("in", "Zoom in") > score("in", "Painted"));
  }

  @Test
  void capitalsAndSpacesDoNotMatter() {
    assertEquals(score("zoom in", "Zoom in"), score("ZoomIn", "Zoom in"));
  }

  private static int score(String typed, String words) {
    return Fuzzy.score(typed, words).orElseThrow();
  }
}
