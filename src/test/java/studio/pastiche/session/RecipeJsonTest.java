package studio.pastiche.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.pastiche.engine.Computation;
import studio.pastiche.engine.Dial;
import studio.pastiche.engine.Init;
import studio.pastiche.engine.Inputs;
import studio.pastiche.engine.LayerWeights;
import studio.pastiche.engine.Layers;
import studio.pastiche.engine.Moment;
import studio.pastiche.engine.NetworkReference;
import studio.pastiche.engine.Optimization;
import studio.pastiche.engine.OptimizerKind;
import studio.pastiche.engine.PictureReference;
import studio.pastiche.engine.Pooling;
import studio.pastiche.engine.Precision;
import studio.pastiche.engine.Recipe;
import studio.pastiche.engine.Schedule;
import studio.pastiche.engine.StagePlan;
import studio.pastiche.engine.Statistic;
import studio.pastiche.engine.Tuning;
import studio.pastiche.engine.TuningChange;

class RecipeJsonTest {
  private final RecipeJson json = new RecipeJson();

  @Test
  void defaultsComeBackEqual() throws RecipeException {
    Recipe recipe = defaults();
    assertEquals(recipe, json.read(json.write(recipe)));
  }

  @Test
  void everySettingComesBackEqual() throws RecipeException {
    Recipe recipe = unusual();
    assertEquals(recipe, json.read(json.write(recipe)));
  }

  @Test
  void theTextSaysWhoseItIsAndNamesThingsInWords() {
    String text = json.write(unusual());
    assertTrue(text.startsWith("{\n"), text);
    for (String part :
        List.of(
            "\"application\" : \"Pastiche\"",
            "\"format\" : 3",
            "\"relu3_3\" : 0.125",
            "\"statistic\" : \"gram\"",
            "\"optimizer\" : \"lbfgs\"",
            "\"content_weight\" : 2.5")) {
      assertTrue(text.contains(part), () -> part + " is not in " + text);
    }
  }

  @Test
  void aRecipeFromBeforeLayersCouldBeTunedStillReads() throws RecipeException {
    Recipe recipe =
        defaults()
            .withHistory(
                List.of(
                    new TuningChange(new Moment(0, 4), new Tuning(1, 2, 3, 0.04, List.of(1.0)))),
                null);
    String text = json.write(recipe);
    assertFalse(text.contains("smallest"), text);
    assertEquals(1, text.split("\"layers\"", -1).length - 1, text);
    assertFalse(text.contains("iterations"), text);
    assertEquals(recipe, json.read(text));
  }

  @Test
  void aRecipeFromBeforeTheDialPaintsAsItDid() throws RecipeException {
    String text =
        json.write(defaults())
            .replace("\"format\" : 3", "\"format\" : 1")
            .replace("\"dial\" : \"good\"", "\"iterations\" : 600");
    Schedule schedule = json.read(text).schedule();
    assertEquals(Dial.PEER, schedule.dial());
    assertEquals(600, schedule.total());
  }

  @Test
  void aTuningOfLayersThatAreNotComparedIsRefusedInOneLine() {
    String text = json.write(unusual()).replace("\"relu5_4\" : 2.0", "\"relu5_3\" : 2.0");
    RecipeException e = assertThrows(RecipeException.class, () -> json.read(text));
    assertTrue(String.valueOf(e.getMessage()).contains("weights of other layers"), e.getMessage());
  }

  @Test
  void fieldsOfLaterVersionsAreLeftAlone() throws RecipeException {
    String text = json.write(defaults());
    String later =
        text.replace("\"format\" : 3,", "\"format\" : 3, \"mask\" : {\"name\" : \"m.png\"},")
            .replace("\"size\" :", "\"tiles\" : 4, \"size\" :");
    assertEquals(defaults(), json.read(later));
  }

  @Test
  void nullMeansNothingSaid() throws RecipeException {
    String text =
        json.write(defaults()).replace("\"format\" : 3,", "\"format\" : 3, \"end\" : null,");
    assertEquals(defaults(), json.read(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "application" : "Pastiche" | "application" : "Other"    | no recipe of Pastiche
          "format" : 3               | "format" : 4               | format 4
          "size" : 512               | "size" : 3                 | size must be from 64 to 16384, not 3
          "size" : 512               | "size" : "large"           | schedule.size
          "dial" : "good"             | "dial" : "best"            | 'best' is not allowed
          "dial"                     | "wheel"                    | a dial or a number of iterations
          "moments"                  | "sketch"                   | statistic
          "relu4_2"                  | "relu9_2"                  | 'relu9_2' is not a layer
          "network"                  | "net"                      | network
          "schedule"                 | "plan"                     | schedule
          "content_weight" : 1.0     | "content_weight" : -1      | content weight must be 0 or more
          {                          | [                          | no JSON
          """)
  void whatIsWrongIsSaidInOneLine(String part, String replacement, String expected) {
    String text = json.write(defaults());
    assertTrue(text.contains(part), text);
    String wrong = text.replaceFirst(java.util.regex.Pattern.quote(part), replacement);
    RecipeException e = assertThrows(RecipeException.class, () -> json.read(wrong));
    String message = String.valueOf(e.getMessage());
    assertTrue(message.contains(expected), message);
    assertEquals(1, message.lines().count(), message);
  }

  private static Recipe defaults() {
    return Recipe.defaults(
        new Inputs(reference("photo.jpg"), List.of(reference("wave.jpg")), null),
        new NetworkReference("compact", "0a"));
  }

  private static Recipe unusual() {
    Inputs inputs =
        new Inputs(
            reference("Bäume \"am\" See.png"),
            List.of(reference("a.jpg"), reference("b.jpg")),
            reference("start.png"));
    return Recipe.defaults(inputs, new NetworkReference("vgg.safetensors", "0b"))
        .withLayers(
            new Layers(
                Layers.weights("relu1_1=0.5,relu3_3=0.125"),
                Layers.weights("relu2_2,relu5_4=0.1"),
                Statistic.GRAM,
                Pooling.AVERAGE))
        .withSchedule(new Schedule(777, 33, StagePlan.SINGLE, false, 1.5, 300, Dial.PRINT))
        .withOptimization(
            new Optimization(OptimizerKind.LBFGS, new Optimization.Decay(0.9, 10), 0.75))
        .withInit(new Init(Init.Kind.PICTURE, 0.25, Init.Noise.NORMAL, -7_000_000_000L))
        .withTuning(new Tuning(2.5, 0, 1e-9, 0.1, List.of(0.7, 0.3)))
        .withComputation(new Computation("gpu:1", Precision.BFLOAT16, 3))
        .withHistory(
            List.of(
                new TuningChange(new Moment(0, 4), new Tuning(1, 2, 3, 0.04, List.of(1.0, 0.0))),
                new TuningChange(
                    new Moment(0, 7),
                    2,
                    new Tuning(1, 2, 3, 0.04, List.of(1.0, 0.0))
                        .withIterations(90)
                        .withLayers(
                            new LayerWeights(
                                Layers.weights("relu1_1=0,relu3_3=0.5"),
                                Layers.weights("relu2_2=0.25,relu5_4=2"))))),
            new Moment(1, 5));
  }

  private static PictureReference reference(String name) {
    return new PictureReference(name, "00ff");
  }
}
