package studio.pastiche.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.pastiche.networks.ServedNetworks;
import studio.pastiche.networks.download.MirrorServer;
import studio.pastiche.picture.PictureReader;
import tools.jackson.databind.JsonNode;

/// The commands about networks, against a real server of this machine.
class NetworksCommandTest {
  private static final String REFERENCE = "src/test/resources/reference/";

  @TempDir private static Path keys = Path.of("");
  private static MirrorServer.@Nullable Identity identity;

  @TempDir private Path folder = Path.of("");
  private ServedNetworks served;
  private CommandLineRig rig;

  @BeforeAll
  static void makeCertificate() throws IOException {
    identity = MirrorServer.Identity.made(keys);
  }

  @BeforeEach
  void serve() throws IOException {
    served = new ServedNetworks(folder, Objects.requireNonNull(identity));
    rig = new CommandLineRig().with(served.networks());
  }

  @AfterEach
  void stopServing() {
    served.close();
  }

  @Test
  void aFetchedNetworkIsListedAndPaintedWithByItsName() throws IOException {
    CommandLineRig.Ran fetched = rig.run("networks", "fetch", "small");
    assertEquals(0, fetched.code(), fetched.err());
    assertTrue(fetched.out().contains("Fetched small"), fetched.out());
    JsonNode small = listed("small");
    assertEquals("here", small.path("state").asString());
    assertEquals(served.network().sha256(), small.path("sha256").asString());
    assertEquals("CC0", small.path("licence").asString());

    assertEquals(0, paint("one.png", "--network", "small").code());
    CommandLineRig.Ran recipe = rig.run("recipe", folder.resolve("one.png").toString());
    assertEquals("small", rig.json(recipe.out()).path("network").path("name").asString());
    assertEquals(
        served.network().sha256(),
        rig.json(recipe.out()).path("network").path("sha256").asString());
  }

  @Test
  void theDefaultIsPaintedWithUntilAnotherIsNamed() throws IOException {
    rig.run("networks", "import", REFERENCE + "timm.safetensors", "--name", "mine");
    assertEquals(0, rig.run("networks", "default", "mine").code());
    assertTrue(rig.run("networks").out().contains("* mine"));
    assertEquals(0, paint("default.png").code());
    assertEquals(0, paint("named.png", "--network", "mine").code());
    assertEquals(0, paint("compact.png", "--network", "compact").code());
    assertArrayEquals(pixels("named.png"), pixels("default.png"));
    assertFalse(Arrays.equals(pixels("compact.png"), pixels("default.png")));
  }

  @Test
  void aRecipeFindsItsNetworkUnderAnotherNameAndSaysWhichIsMissing() throws IOException {
    assertEquals(0, paint("one.png", "--network", REFERENCE + "torchvision-zip.pth").code());
    List<String> again =
        List.of("render", "--recipe", path("one.png"), "--out", path("two.png"), "--bits", "16");
    CommandLineRig.Ran missing = rig.run(again.toArray(String[]::new));
    assertEquals(3, missing.code());
    assertTrue(missing.onlyErrorLine().contains("torchvision-zip.pth (SHA-256 "), missing.err());
    assertTrue(missing.onlyErrorLine().contains("--network FILE"), missing.err());
    // the same numbers, from another kind of file and by another name
    rig.run("networks", "import", REFERENCE + "timm.safetensors", "--name", "mine");
    CommandLineRig.Ran found = rig.run(again.toArray(String[]::new));
    assertEquals(0, found.code(), found.err());
    assertArrayEquals(pixels("one.png"), pixels("two.png"));
  }

  @Test
  void aNetworkThatIsNotFetchedYetSaysHow() throws IOException {
    CommandLineRig.Ran ran = paint("one.png", "--network", "small");
    assertEquals(3, ran.code());
    assertTrue(ran.onlyErrorLine().contains("pastiche networks fetch small"), ran.err());
  }

  @Test
  void theListTellsWhatIsBuiltInHereBrokenAndToFetch() throws IOException {
    rig.run("networks", "import", REFERENCE + "timm.safetensors", "--name", "mine");
    rig.run("networks", "import", REFERENCE + "keras-notop.h5", "--name", "spoilt");
    Path spoilt = served.storeFolder().resolve("spoilt.safetensors");
    byte[] bytes = Files.readAllBytes(spoilt);
    bytes[bytes.length - 20] ^= 4;
    Files.write(spoilt, bytes);
    assertEquals("here", listed("mine").path("state").asString());
    assertEquals("broken", listed("spoilt").path("state").asString());
    assertEquals("to_fetch", listed("small").path("state").asString());
    CommandLineRig.Ran verified = rig.run("networks", "verify");
    assertEquals(3, verified.code());
    assertTrue(verified.onlyErrorLine().contains("spoilt"), verified.err());
    assertTrue(verified.out().contains("mine: sound"), verified.out());
    assertEquals(3, paint("one.png", "--network", "spoilt").code());
    assertEquals(0, rig.run("networks", "remove", "spoilt").code());
    assertEquals(0, rig.run("networks", "verify").code());
  }

  @Test
  void anImportInDoubtAsksForTheInputAndIsKeptWithIt() throws IOException {
    Path bare = folder.resolve("bare.safetensors");
    String doubtful = REFERENCE + "torchvision-zip.pth";
    CommandLineRig.Ran sure = rig.run("networks", "import", doubtful, "--input", "bgr-caffe");
    assertEquals(0, sure.code(), sure.err());
    assertEquals("bgr-caffe", listed("torchvision-zip").path("input").asString());
    Files.write(bare, bareNetwork());
    CommandLineRig.Ran ran = rig.run("networks", "import", bare.toString());
    assertEquals(3, ran.code());
    assertTrue(ran.onlyErrorLine().contains("--input"), ran.err());
    assertEquals("", listed("bare").path("state").asString(""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          networks fetch                                  | 2 | NAME
          networks fetch vgg91                            | 2 | small and small-caffe
          networks fetch small --source ftp               | 2 | parts and keras
          networks fetch small --mirror http://plain.test | 2 | https://
          networks fetch small --mirror ::                | 2 | --mirror
          networks import none.pth                        | 3 | none.pth
          networks import                                 | 2 | FILE
          networks remove none                            | 3 | none
          networks default none                           | 3 | none
          networks frob                                   | 2 | frob
          """)
  void whatIsWrongIsToldInOneLine(String line, int code, String named) {
    CommandLineRig.Ran ran = rig.run(line.split(" "));
    assertEquals(code, ran.code(), ran.err());
    assertTrue(ran.onlyErrorLine().contains(named), ran.err());
  }

  @Test
  void ctrlCKeepsWhatHasCome() throws IOException {
    served.server().holdAfter(served.needed() / 2);
    CommandLineRig.Ran stopped =
        rig.interruptedAt(line -> line.contains(" of ")).run("networks", "fetch", "small");
    assertEquals(130, stopped.code(), stopped.err());
    assertTrue(stopped.out().contains("kept; fetch small again"), stopped.out());
    served.server().mend();
    CommandLineRig.Ran done = rig.run("networks", "fetch", "small");
    assertEquals(0, done.code(), done.err());
    assertTrue(done.out().contains("Going on from where it stopped"), done.out());
  }

  @Test
  void aTerminalGetsABar() {
    CommandLineRig.Ran ran = rig.onTerminal().run("networks", "fetch", "small");
    assertEquals(0, ran.code(), ran.err());
    assertTrue(ran.out().contains("█"), ran.out());
    assertTrue(ran.out().contains(" MB/s"), ran.out());
  }

  private byte[] bareNetwork() throws IOException {
    // what our own format says of the input is taken out
    rig.run("networks", "import", REFERENCE + "timm.safetensors", "--name", "tmp");
    Path kept = served.storeFolder().resolve("tmp.safetensors");
    String text = new String(Files.readAllBytes(kept), StandardCharsets.ISO_8859_1);
    return text.replace("\"input\"", "\"inpuT\"").getBytes(StandardCharsets.ISO_8859_1);
  }

  private JsonNode listed(String name) {
    CommandLineRig.Ran ran = rig.run("networks", "list", "--json");
    assertEquals(0, ran.code(), ran.err());
    for (JsonNode network : rig.json(ran.out()).path("networks")) {
      if (network.path("name").asString().equals(name)) {
        return network;
      }
    }
    return rig.json("{}");
  }

  private CommandLineRig.Ran paint(String out, String... options) throws IOException {
    if (!Files.exists(folder.resolve("content.png"))) {
      CommandLineRig.copy("/reference/content.png", folder);
      CommandLineRig.copy("/reference/style.png", folder);
    }
    List<String> all =
        new ArrayList<>(List.of("render", "--content", path("content.png"), "--style"));
    all.addAll(List.of(path("style.png"), "--out", path(out), "--bits", "16"));
    all.addAll(List.of("--size", "64", "--iterations", "2"));
    all.addAll(List.of(options));
    return rig.quickly(all.toArray(String[]::new));
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private float[] pixels(String name) throws IOException {
    return PictureReader.read(folder.resolve(name)).rgb();
  }
}
