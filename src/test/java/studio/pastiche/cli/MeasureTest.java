package studio.pastiche.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import studio.pastiche.engine.weights.ReferenceNumbers;
import tools.jackson.databind.JsonNode;

class MeasureTest {
  private final CommandLineRig rig = new CommandLineRig();

  @TempDir private Path folder = Path.of("");

  static Stream<Arguments> networksAndPoolings() {
    return ReferenceNumbers.NETWORKS.stream()
        .flatMap(network -> Stream.of("max", "average").map(p -> Arguments.of(network, p)));
  }

  @ParameterizedTest
  @MethodSource("networksAndPoolings")
  void theReferencesDistancesArePrinted(String network, String pooling) throws IOException {
    CommandLineRig.Ran ran = measure(network, "--pooling", pooling, "--json");
    assertEquals(0, ran.code(), ran.err());
    JsonNode found = rig.json(ran.out());
    int compared = 0;
    for (var entry : expected().path("distances").properties()) {
      String[] name = entry.getKey().split("\\.");
      if (name[0].equals(pooling)) {
        JsonNode value = found.path(name[1]);
        for (int i = 2; i < name.length; i++) {
          value = value.path(name[i]);
        }
        double wanted = entry.getValue().asDouble();
        assertEquals(wanted, value.asDouble(Double.NaN), 1e-3 * wanted, entry.getKey());
        compared++;
      }
    }
    assertEquals(12, compared);
    assertEquals("[content, gram, moments, total_variation]", found.propertyNames().toString());
  }

  @Test
  void withoutJsonATableIsPrinted() throws IOException {
    CommandLineRig.Ran ran = measure("timm.safetensors");
    assertEquals(0, ran.code(), ran.err());
    assertTrue(ran.out().lines().anyMatch(l -> l.matches(" +relu4_2 +0\\.2627\\d+")), ran.out());
    assertTrue(
        ran.out().lines().anyMatch(l -> l.matches(" +relu1_1 +0\\.0118\\d+ +0\\.0213\\d+")),
        ran.out());
    List<String> lines = ran.out().lines().toList();
    assertEquals("total variation", lines.get(lines.size() - 2));
    assertTrue(lines.getLast().matches(" +\\d\\S+"), ran.out());
  }

  @Test
  void whatTheInputIsTakenForIsSaid() throws IOException {
    CommandLineRig.Ran ran = measure("keras-notop.h5");
    assertTrue(
        ran.onlyErrorLine().contains("bgr-caffe, going by the kind of file; --input"), ran.err());
    assertEquals("", measure("keras-notop.h5", "--input", "bgr-caffe").err());
  }

  @Test
  void anotherInputGivesOtherDistances() throws IOException {
    CommandLineRig.Ran ran = measure("keras-notop.h5", "--input=rgb-caffe", "--json");
    double found = rig.json(ran.out()).path("gram").path("relu4_1").asDouble();
    double right = expected().path("distances").path("max.gram.relu4_1").asDouble();
    assertTrue(Math.abs(found - right) > 0.01 * right, ran.out());
  }

  @Test
  void inDoubtTheInputIsAskedFor() throws IOException {
    measure("timm.safetensors");
    Path network = folder.resolve("timm.safetensors");
    String bytes = Files.readString(network, StandardCharsets.ISO_8859_1);
    String doubtful = bytes.replace("head.fc.", "tail.fc.").replace("pre_logits.", "pre_others.");
    Files.writeString(network, doubtful, StandardCharsets.ISO_8859_1);
    String[] command = {
      "measure",
      "--content=" + folder.resolve("content.png"),
      "--style=" + folder.resolve("style.png"),
      "--image=" + folder.resolve("image.png"),
      "--network=" + network
    };
    CommandLineRig.Ran asked = rig.run(command);
    assertEquals(3, asked.code());
    assertTrue(asked.onlyErrorLine().contains("--input rgb-imagenet (torchvision's)"), asked.err());
    String[] answered = Arrays.copyOf(command, command.length + 1);
    answered[command.length] = "--input=rgb-imagenet";
    assertEquals(0, rig.run(answered).code());
  }

  @Test
  void anInputThatThereIsNotIsAWrongOption() throws IOException {
    CommandLineRig.Ran ran = measure("timm.safetensors", "--input", "cmyk");
    assertEquals(2, ran.code());
    assertTrue(ran.onlyErrorLine().contains("rgb-imagenet or bgr-caffe or rgb-caffe"), ran.err());
  }

  private CommandLineRig.Ran measure(String network, String... options) throws IOException {
    String[] all = new String[5 + options.length];
    all[0] = "measure";
    all[1] = "--content=" + CommandLineRig.copy("/reference/content.png", folder);
    all[2] = "--style=" + CommandLineRig.copy("/reference/style.png", folder);
    all[3] = "--image=" + CommandLineRig.copy("/reference/image.png", folder);
    all[4] = "--network=" + CommandLineRig.copy("/reference/" + network, folder);
    System.arraycopy(options, 0, all, 5, options.length);
    return rig.run(all);
  }

  private JsonNode expected() throws IOException {
    try (InputStream in = MeasureTest.class.getResourceAsStream("/reference/expected.json")) {
      byte[] bytes = Objects.requireNonNull(in).readAllBytes();
      return rig.json(new String(bytes, StandardCharsets.UTF_8));
    }
  }
}
