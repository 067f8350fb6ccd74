package studio.pastiche.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studio.pastiche.picture.Picture;
import studio.pastiche.picture.PictureWriter;
import studio.pastiche.picture.SaveOptions;
import studio.pastiche.picture.Size;
import tools.jackson.databind.JsonNode;

@Timeout(180)
class UntilBenchTest {
  private final CommandLineRig rig = new CommandLineRig();

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void pictures() throws Exception {
    Picture photo = Noise.picture(new Size(80, 60), 3);
    Picture painting = Noise.picture(new Size(70, 70), 4).resizedTo(20, 20).resizedTo(70, 70);
    PictureWriter.write(folder.resolve("photo.png"), photo, new SaveOptions.Png(8), null);
    PictureWriter.write(folder.resolve("painting.png"), painting, new SaveOptions.Png(8), null);
  }

  @Test
  void aNearDistanceTakesMoreIterationsThanAFarOne() {
    JsonNode end = last(bench("--until", "0.000001", "--schedule", "draft"));
    assertFalse(end.path("schedule").path("reached").asBoolean(), end::toString);
    double farthest = end.path("schedule").path("distance").asDouble();
    JsonNode far = last(bench("--until", "" + 2 * farthest, "--schedule", "draft"));
    assertTrue(far.path("schedule").path("reached").asBoolean(), far::toString);
    assertTrue(
        far.path("schedule").path("iterations").asInt()
            < end.path("schedule").path("iterations").asInt(),
        far::toString);
    assertTrue(far.path("schedule").path("distance").asDouble() <= 2 * farthest);
    assertTrue(far.path("schedule").path("seconds").asDouble() > 0);
    assertTrue(far.path("against").isNull());
  }

  @Test
  void anotherSchedulesEndIsTheDistanceToReach() {
    JsonNode found = last(bench("--against", "draft", "--schedule", "good"));
    JsonNode other = found.path("against");
    assertEquals("draft", other.path("schedule").asString());
    assertEquals(found.path("until").asDouble(), other.path("distance").asDouble());
    assertEquals("good", found.path("schedule").path("schedule").asString());
    assertEquals(64, found.path("width").asInt());
    boolean reached = found.path("schedule").path("reached").asBoolean();
    assertEquals(reached, found.path("ratio").isNumber(), found::toString);
  }

  @Test
  void withoutPicturesItSaysWhichAreMissing() {
    CommandLineRig.Ran ran = rig.quickly("bench", "--until", "0.5");
    assertEquals(2, ran.code());
    assertTrue(ran.onlyErrorLine().contains("--content"), ran.err());
    ran = bench("--until", "0.5", "--against", "peer");
    assertEquals(2, ran.code());
    assertTrue(ran.onlyErrorLine().contains("not both"), ran.err());
  }

  private CommandLineRig.Ran bench(String... options) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "bench",
                "--device=cpu",
                "--size=64",
                "--network=compact",
                "--content=" + folder.resolve("photo.png"),
                "--style=" + folder.resolve("painting.png")));
    words.addAll(List.of(options));
    return rig.quickly(words.toArray(String[]::new));
  }

  private JsonNode last(CommandLineRig.Ran ran) {
    assertEquals(0, ran.code(), ran.err());
    return rig.json(ran.out().lines().toList().getLast());
  }
}
