package studio.pastiche.ui.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.pastiche.session.RecipeSettings;
import studio.pastiche.ui.painting.Settings;

class BoardPlanTest {
  private final Settings settings = new Settings();

  @ParameterizedTest
  @CsvSource({
    "STYLE_WEIGHT,3",
    "STYLE_WEIGHT,4",
    "STYLE_WEIGHT,5",
    "STYLE_SCALE,3",
    "STYLE_SCALE,4",
    "STYLE_SCALE,5",
    "TV_WEIGHT,3",
    "CONTENT_WEIGHT,5",
    "STYLE_MIX,3",
    "STYLE_MIX,4",
    "STYLE_MIX,5"
  })
  void thePresentValueIsAmongOthersThatRise(Axis axis, int count) {
    double present = axis.of(two(1, 3));
    List<Double> values = axis.around(present, 1, count);
    assertEquals(count, values.size());
    assertTrue(values.contains(present), values.toString());
    assertEquals(values, List.copyOf(new TreeSet<>(values)));
    for (double value : values) {
      assertEquals(value, axis.of(axis.with(two(1, 3), value)), 1e-12);
    }
  }

  @ParameterizedTest
  @CsvSource({"0.1", "0.12", "10", "9"})
  void atAnEndOfWhatIsAllowedThereAreAsManyOthers(double scale) {
    List<Double> values = Axis.STYLE_SCALE.around(scale, 1, 5);
    assertEquals(5, Set.copyOf(values).size(), values.toString());
    assertTrue(values.contains(scale));
    assertTrue(values.getFirst() >= 0.1 && values.getLast() <= 10, values.toString());
  }

  @Test
  void fromNothingTheOthersGoByTheUsualValue() {
    assertEquals(List.of(0.0, 1.5, 6.0), Axis.TV_WEIGHT.around(0, 6, 3));
  }

  @Test
  void theOtherStylesDivideTheRestAsTheyDid() {
    assertEquals(List.of(0.5, 0.125, 0.375), Axis.mixed(List.of(2.0, 1.0, 3.0), 0.5));
    assertEquals(List.of(0.5, 0.25, 0.25), Axis.mixed(List.of(2.0, 0.0, 0.0), 0.5));
  }

  @Test
  void aMixNeedsTwoStyles() {
    assertTrue(Axis.STYLE_MIX.fits(2));
    assertTrue(!Axis.STYLE_MIX.fits(1) && Axis.TV_WEIGHT.fits(1));
  }

  @Test
  void eachCellDiffersFromThePresentInItsTwoValuesAlone() {
    settings.size().set(1024);
    RecipeSettings present = settings.recipeSettings(List.of(1.0));
    BoardPlan plan = BoardPlan.around(present, Axis.STYLE_WEIGHT, Axis.STYLE_SCALE, 3);
    assertEquals(9, plan.cells().size());
    assertEquals(1, plan.cells().stream().filter(plan::isPresent).count());
    assertEquals(plan.base(), plan.settings(plan.cells().get(4)));
    assertEquals(BoardPlan.SIZE, plan.base().schedule().size());
    for (BoardPlan.Cell cell : plan.cells()) {
      RecipeSettings with = plan.settings(cell);
      assertEquals(cell.across(), with.tuning().styleWeight());
      assertEquals(cell.down(), with.schedule().styleScale());
      assertEquals(plan.columns().get(cell.number() % 3), cell.across());
      assertEquals(plan.rows().get(cell.number() / 3), cell.down());
      assertEquals(present.layers(), with.layers());
    }
    assertEquals(1.8, plan.largestStyleScale());
  }

  @Test
  void twoSettingsAreNeeded() {
    RecipeSettings present = settings.recipeSettings(List.of(1.0));
    assertThrows(
        IllegalArgumentException.class,
        () -> BoardPlan.around(present, Axis.TV_WEIGHT, Axis.TV_WEIGHT, 3));
  }

  private RecipeSettings two(double first, double second) {
    return settings.recipeSettings(List.of(first, second));
  }
}
