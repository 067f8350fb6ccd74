package studio.pastiche.networks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.pastiche.engine.network.FeatureNetwork;
import studio.pastiche.engine.network.InputSpec;
import studio.pastiche.engine.network.Layer;
import studio.pastiche.engine.network.RandomNetwork;
import studio.pastiche.engine.weights.InputInDoubtException;
import studio.pastiche.engine.weights.NetworkReader;
import studio.pastiche.engine.weights.WeightsException;
import studio.pastiche.file.Sha256;
import studio.pastiche.networks.download.Settings;

class NetworkImportTest {
  private static final Path REFERENCE = Path.of("src/test/resources/reference");

  @TempDir private Path folder = Path.of("");
  private Networks networks = Networks.ofThisUser();

  @BeforeEach
  void makeNetworks() {
    networks = with(Catalogue.builtIn());
  }

  @Test
  void theSameNetworkHasOneHashInWhateverFormatItCame() throws IOException {
    String plain = kept("timm.safetensors", "a");
    assertEquals(plain, kept("torchvision-zip.pth", "b"));
    assertEquals(plain, kept("torchvision-legacy.pth", "c"));
    String caffe = kept("caffe-bgr-features.pth", "d");
    assertEquals(caffe, kept("caffe-bgr-conv-names.pth", "e"));
    assertEquals(caffe, kept("keras-notop.h5", "f"));
    // what is painted from a file directly is the same again
    assertEquals(
        caffe, NetworkReader.read(REFERENCE.resolve("keras-notop.h5"), null).network().sha256());
  }

  @Test
  void theNameComesFromTheFile() throws IOException {
    Path odd =
        Files.copy(
            REFERENCE.resolve("timm.safetensors"), folder.resolve("My VGG (2).old.safetensors"));
    assertEquals("my-vgg-2-old", networks.imports().keep(odd, null, null).network().name());
  }

  @ParameterizedTest
  @ValueSource(strings = {"compact", "Vgg", "a.b", "../x", "", "-x"})
  void aNameThatCannotBeIsRefused(String name) {
    Path file = REFERENCE.resolve("timm.safetensors");
    NetworkException e =
        assertThrows(NetworkException.class, () -> networks.imports().keep(file, name, null));
    assertTrue(message(e).contains("--name"), e::getMessage);
  }

  @Test
  void anotherNetworkOfTheNameIsNotReplaced() throws IOException {
    kept("timm.safetensors", "mine");
    NetworkException e = assertThrows(NetworkException.class, () -> kept("matconvnet.mat", "mine"));
    assertTrue(message(e).contains("networks remove mine"), e::getMessage);
    // the same once more changes nothing
    kept("torchvision-zip.pth", "mine");
    assertEquals(1, networks.store().list().size());
  }

  @Test
  void aNetworkThatIsNotTheOneOfTheNameIsRefused() {
    WeightsException e =
        assertThrows(WeightsException.class, () -> kept("timm.safetensors", "vgg19"));
    assertTrue(message(e).contains("is not vgg19"), e::getMessage);
    assertTrue(message(e).contains("[64, 128, 256, 512, 512]"), e::getMessage);
  }

  @Test
  void aFileThatTheCatalogueKnowsGetsItsNameInputAndLicence() throws IOException {
    Path known = Files.copy(REFERENCE.resolve("keras-notop.h5"), folder.resolve("download.h5"));
    StoredNetwork.Sound kept = with(knowing(known)).imports().keep(known, null, null).network();
    assertEquals("famous", kept.name());
    assertEquals(InputSpec.RGB_CAFFE, kept.input());
    assertEquals("CC BY 4.0", kept.licence());
  }

  @Test
  void whatTakesItsPictureOtherwiseIsNotTheOneOfTheName() throws IOException {
    Path caffe = REFERENCE.resolve("caffe-bgr-features.pth");
    Shape shape = Shape.of("", NetworkReader.read(caffe, null).network());
    CatalogueNetwork entry =
        new CatalogueNetwork(
            "famous",
            "one",
            "its makers",
            "CC BY 4.0",
            InputSpec.RGB_IMAGENET,
            shape.widths(),
            shape.deepest(),
            0,
            List.of());
    Networks with = with(new Catalogue(List.of(entry)));
    NetworkException e =
        assertThrows(NetworkException.class, () -> with.imports().keep(caffe, "famous", null));
    assertTrue(message(e).contains("as bgr-caffe and famous as rgb-imagenet"), e::getMessage);
    assertEquals(Optional.of("famous"), e.refusedName());
    assertEquals(List.of(), with.store().list());
  }

  @Test
  void aKnownFileWhoseNameIsTakenSaysWhichNameThatIs() throws IOException {
    Path known = Files.copy(REFERENCE.resolve("keras-notop.h5"), folder.resolve("download.h5"));
    Networks with = with(knowing(known));
    FeatureNetwork other = FeatureNetwork.of("other", InputSpec.BGR_CAFFE, bare().convolutions());
    with.store().keep(other, "famous", new NetworkStore.About("", ""));
    NetworkException e =
        assertThrows(NetworkException.class, () -> with.imports().keep(known, null, null));
    assertEquals(Optional.of("famous"), e.refusedName());
  }

  @Test
  void theInputThatTheUserSaysCountsAlsoForKnownNumbers() throws IOException {
    Path compact = Path.of("src/main/resources/studio/pastiche/engine/network/compact.safetensors");
    networks.imports().keep(compact, "mine", InputSpec.BGR_CAFFE);
    assertEquals(
        InputSpec.BGR_CAFFE, networks.load(networks.choice("mine"), null).network().input());
  }

  @Test
  void inDoubtTheUserIsAsked() throws IOException {
    Path plain = folder.resolve("plain.safetensors");
    Files.write(plain, ServedNetworks.safetensors(bare()));
    // without its classifier nothing tells
    Path bare = folder.resolve("bare.safetensors");
    networks.imports().keep(plain, "x", InputSpec.BGR_CAFFE);
    String text = new String(Files.readAllBytes(plain), StandardCharsets.ISO_8859_1);
    Files.writeString(
        bare,
        text.replace("classifier.0.weight", "classifieR.0.weight"),
        StandardCharsets.ISO_8859_1);
    assertThrows(InputInDoubtException.class, () -> networks.imports().keep(bare, "doubt", null));
    assertEquals(
        InputSpec.RGB_CAFFE,
        networks.imports().keep(bare, "doubt", InputSpec.RGB_CAFFE).network().input());
  }

  @Test
  void aFailedImportLeavesNothing() throws IOException {
    Path text = Files.writeString(folder.resolve("vgg.pth"), "not a network");
    assertThrows(WeightsException.class, () -> networks.imports().keep(text, "mine", null));
    try (Stream<Path> files = Files.walk(folder)) {
      assertEquals(List.of(text), files.filter(Files::isRegularFile).toList());
    }
  }

  /// A catalogue that knows that file by its hash.
  private static Catalogue knowing(Path known) throws IOException {
    Shape shape = Shape.of("", NetworkReader.read(known, null).network());
    CatalogueNetwork.Source source =
        new CatalogueNetwork.Source(
            "here",
            known.toUri(),
            false,
            Files.size(known),
            new CatalogueNetwork.Hash("SHA-256", sha256(known).substring(0, 8)));
    CatalogueNetwork entry =
        new CatalogueNetwork(
            "famous",
            "one",
            "its makers",
            "CC BY 4.0",
            InputSpec.RGB_CAFFE,
            shape.widths(),
            shape.deepest(),
            0,
            List.of(source));
    return new Catalogue(List.of(entry));
  }

  private static FeatureNetwork bare() {
    return RandomNetwork.of(List.of(2, 2, 2, 2, 2), Layer.of("relu2_1"), 5);
  }

  private String kept(String file, String name) throws IOException {
    return networks.imports().keep(REFERENCE.resolve(file), name, null).network().sha256();
  }

  private Networks with(Catalogue catalogue) {
    NetworkStore store = new NetworkStore(folder.resolve("networks"));
    return new Networks(catalogue, store, HttpClient::newHttpClient, Settings.defaults());
  }

  private static String sha256(Path file) throws IOException {
    return Sha256.of(Files.readAllBytes(file));
  }

  private static String message(Exception e) {
    return Objects.requireNonNull(e.getMessage());
  }
}
