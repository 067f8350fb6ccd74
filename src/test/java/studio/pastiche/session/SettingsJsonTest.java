package studio.pastiche.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.pastiche.engine.Inputs;
import studio.pastiche.engine.Layers;
import studio.pastiche.engine.Moment;
import studio.pastiche.engine.NetworkReference;
import studio.pastiche.engine.Optimization;
import studio.pastiche.engine.OptimizerKind;
import studio.pastiche.engine.PictureReference;
import studio.pastiche.engine.Recipe;
import studio.pastiche.engine.TuningChange;

class SettingsJsonTest {
  private static final Inputs INPUTS =
      new Inputs(
          new PictureReference("a.jpg", "0a"),
          List.of(new PictureReference("b.jpg", "0b"), new PictureReference("c.jpg", "0c")),
          null);
  private static final NetworkReference NETWORK = new NetworkReference("compact", "0d");

  private final SettingsJson json = new SettingsJson();

  @Test
  void settingsComeBackEqual() throws RecipeException {
    RecipeSettings settings = RecipeSettings.of(recipe());
    assertEquals(settings, json.read(json.write(settings)));
    assertEquals(recipe(), settings.of(INPUTS, NETWORK));
  }

  @Test
  void aWholeRecipesTextIsOneToo() throws RecipeException {
    Recipe tuned =
        recipe()
            .withHistory(
                List.of(new TuningChange(new Moment(0, 1), recipe().tuning().withTvWeight(0))),
                null);
    assertEquals(RecipeSettings.of(recipe()), json.read(new RecipeJson().write(tuned)));
  }

  @Test
  void theTextNamesNoPicture() {
    String text = json.write(RecipeSettings.of(recipe()));
    assertTrue(text.contains("\"style_weight\" : 11.5"), text);
    assertTrue(!text.contains("jpg") && !text.contains("compact"), text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "application" : "Pastiche" | "application" : "Other"       | no text of settings
          "style_weight" : 11.5      | "style_weight" : -2           | style weight must be 0 or more
          "schedule"                 | "plan"                        | schedule
          {                          | some words that were copied { | no JSON
          """)
  void whatIsNoneIsSaidInOneLine(String part, String replacement, String expected) {
    String text = json.write(RecipeSettings.of(recipe()));
    assertTrue(text.contains(part), text);
    String wrong = text.replaceFirst(java.util.regex.Pattern.quote(part), replacement);
    RecipeException e = assertThrows(RecipeException.class, () -> json.read(wrong));
    String message = String.valueOf(e.getMessage());
    assertTrue(message.contains(expected), message);
    assertEquals(1, message.lines().count(), message);
  }

  private static Recipe recipe() {
    Recipe recipe = Recipe.defaults(INPUTS, NETWORK);
    return recipe
        .withLayers(recipe.layers().withStyle(Layers.weights("relu1_1=0,relu3_3=2")))
        .withSchedule(recipe.schedule().withSize(300).withAverage(false))
        .withOptimization(
            new Optimization(OptimizerKind.LBFGS, new Optimization.Decay(0.5, 7), 0.1))
        .withTuning(recipe.tuning().withStyleWeight(11.5).withStyleMix(List.of(0.2, 0.8)));
  }
}
