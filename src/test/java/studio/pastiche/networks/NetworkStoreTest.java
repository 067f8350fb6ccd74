package studio.pastiche.networks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.pastiche.engine.network.FeatureNetwork;
import studio.pastiche.engine.network.InputSpec;
import studio.pastiche.engine.network.Layer;
import studio.pastiche.engine.network.RandomNetwork;
import studio.pastiche.engine.weights.NumberKind;
import studio.pastiche.engine.weights.SafetensorsHeader;

class NetworkStoreTest {
  private static final NetworkStore.About ABOUT = new NetworkStore.About("a friend", "CC0");

  @TempDir private Path parent = Path.of("");
  private Path folder = Path.of("");
  private NetworkStore store = new NetworkStore(Path.of(""));
  private FeatureNetwork network = random(1);

  @BeforeEach
  void makeStore() {
    folder = parent.resolve("data/networks");
    store = new NetworkStore(folder);
  }

  @Test
  void whatIsKeptIsListedWithWhatIsKnownOfIt() throws IOException {
    FeatureNetwork caffe = network.withInput(InputSpec.BGR_CAFFE);
    store.keep(caffe, "mine", ABOUT);
    store.keep(random(2), "another", new NetworkStore.About("", ""));
    assertEquals(
        List.of("another", "mine"), store.list().stream().map(StoredNetwork::name).toList());
    StoredNetwork.Sound mine = sound("mine");
    assertEquals(network.sha256(), mine.sha256());
    assertEquals(InputSpec.BGR_CAFFE, mine.input());
    assertEquals(List.of(2, 3, 4, 5), mine.widths());
    assertEquals(Layer.of("relu4_2"), mine.deepest());
    assertEquals("a friend", mine.origin());
    assertEquals("CC0", mine.licence());
    assertEquals(Files.size(mine.file()), mine.bytes());
  }

  @Test
  void whatIsKeptIsReadWithTheSameNumbers() throws IOException {
    store.keep(network.withInput(InputSpec.RGB_CAFFE), "mine", ABOUT);
    FeatureNetwork read = store.load(sound("mine"), null).network();
    assertEquals("mine", read.name());
    assertEquals(network.sha256(), read.sha256());
    assertEquals(InputSpec.RGB_CAFFE, read.input());
    FeatureNetwork otherwise = store.load(sound("mine"), InputSpec.BGR_CAFFE).network();
    assertEquals(InputSpec.BGR_CAFFE, otherwise.input());
    assertEquals(network.sha256(), otherwise.sha256());
  }

  @Test
  void aSingleFlippedBitIsNoticed() throws IOException {
    Path file = store.keep(network, "mine", ABOUT).file();
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 40] ^= 1;
    Files.write(file, bytes);
    NetworkException e = store.problem(sound("mine")).orElseThrow();
    assertTrue(message(e).contains("not those that were kept"), e::getMessage);
    assertTrue(message(e).contains("fetch or import it again"), e::getMessage);
    assertThrows(NetworkException.class, () -> store.load(sound("mine"), null));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 5, 300, -4})
  void aFileThatIsCutShortIsBrokenInTheListAlready(int length) throws IOException {
    Path file = store.keep(network, "mine", ABOUT).file();
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, length < 0 ? bytes.length + length : length));
    StoredNetwork broken = store.list().getFirst();
    assertInstanceOf(StoredNetwork.Broken.class, broken);
    assertTrue(message(store.problem(broken).orElseThrow()).startsWith("mine: "));
    assertEquals(Optional.empty(), store.withHash(network.sha256(), null));
  }

  @Test
  void aBrokenNetworkCanBeRemovedOrReplaced() throws IOException {
    Path file = store.keep(network, "mine", ABOUT).file();
    Files.write(file, new byte[3]);
    store.keep(network, "mine", ABOUT);
    assertEquals(Optional.empty(), store.problem(sound("mine")));
    Files.write(file, new byte[3]);
    store.remove("mine");
    assertEquals(List.of(), store.list());
  }

  @Test
  void otherFilesInTheFolderAreLeftAlone() throws IOException {
    store.keep(network, "mine", ABOUT);
    Files.writeString(folder.resolve("notes.txt"), "mine");
    Files.writeString(folder.resolve("My Own.safetensors"), "not a name of ours");
    Files.createDirectory(folder.resolve("folder.safetensors"));
    assertEquals(1, store.list().size());
  }

  @Test
  void aNetworkIsFoundByItsNumbersWhateverItIsCalled() throws IOException {
    store.keep(network, "mine", ABOUT);
    store.keep(random(2), "another", ABOUT);
    assertEquals("mine", store.withHash(network.sha256(), null).orElseThrow().name());
    assertEquals(Optional.empty(), store.withHash("00", null));
  }

  @Test
  void theDefaultIsTheBuiltInOneUntilAnotherIsChosenAndAfterThatIsRemoved() throws IOException {
    assertEquals("compact", store.chosen());
    store.keep(network, "mine", ABOUT);
    store.choose("mine");
    assertEquals("mine", new NetworkStore(folder).chosen());
    store.remove("mine");
    assertEquals("compact", store.chosen());
    store.keep(network, "mine", ABOUT);
    assertEquals("compact", store.chosen());
  }

  @Test
  void aDefaultThatCannotBeReadIsTheBuiltInOne() throws IOException {
    store.keep(network, "mine", ABOUT);
    Files.writeString(folder.resolve("default.json"), "{\"netw");
    assertEquals("compact", store.chosen());
  }

  @Test
  void aFullDiskIsToldBeforeAnythingIsWritten() {
    NetworkStore full = new NetworkStore(folder, at -> 1000);
    NetworkException e =
        assertThrows(NetworkException.class, () -> full.keep(network, "mine", ABOUT));
    assertTrue(message(e).contains("are needed in " + folder), e::getMessage);
    assertEquals(Optional.empty(), full.find("mine"));
  }

  @Test
  void aDiskThatFailsInTheMiddleKeepsTheOldNetwork() throws IOException, InterruptedException {
    Path sh = Path.of("/bin/sh");
    assumeTrue(Files.isExecutable(sh), "no shell that limits the size of files");
    store.keep(network, "mine", ABOUT);
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Process other =
        new ProcessBuilder(
                sh.toString(),
                "-c",
                "ulimit -f 64 && exec \"$0\" \"$@\"",
                java.toString(),
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                Keeper.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(3, other.waitFor(), said);
    assertTrue(said.contains("mine: it can't be kept in " + folder), said);
    assertTrue(said.contains("free space there"), said);
    assertEquals(network.sha256(), sound("mine").sha256());
    assertEquals(Optional.empty(), store.problem(sound("mine")));
    try (var files = Files.list(folder)) {
      assertFalse(files.anyMatch(f -> f.toString().endsWith(".part")), "half a file lies about");
    }
  }

  /// Another process that keeps a larger network of that name in a folder.
  public static final class Keeper {
    private Keeper() {}

    public static void main(String[] args) throws IOException {
      FeatureNetwork large = RandomNetwork.of(List.of(64, 64, 64, 64, 64), Layer.of("relu2_1"), 3);
      try {
        new NetworkStore(Path.of(args[0])).keep(large, "mine", ABOUT);
      } catch (NetworkException e) {
        System.out.println(e.getMessage());
        System.exit(3);
      }
    }
  }

  @Test
  void aCopyThatCannotBeReadJustNowIsNotCalledBroken() throws IOException {
    StoredNetwork.Sound kept = store.keep(network, "mine", ABOUT);
    Files.delete(kept.file());
    NetworkException e = store.problem(kept).orElseThrow();
    assertFalse(e.broken());
    assertTrue(message(e).contains("can't be read now"), e::getMessage);
  }

  @Test
  void aFileOfMatricesIsBroken() throws IOException {
    Map<String, SafetensorsHeader.Entry> entries = new LinkedHashMap<>();
    entries.put("0.weight", entry("0.weight", List.of(2, 2), 0, 16));
    entries.put("0.bias", entry("0.bias", List.of(2), 16, 24));
    byte[] header = new SafetensorsHeader(entries, Map.of("input", "rgb-imagenet")).bytes();
    Files.createDirectories(folder);
    Path file = folder.resolve("odd.safetensors");
    Files.write(file, Arrays.copyOf(header, header.length + 24));
    store.keep(network, "mine", ABOUT);
    assertEquals(2, store.list().size());
    StoredNetwork.Broken odd =
        assertInstanceOf(StoredNetwork.Broken.class, store.find("odd").orElseThrow());
    assertTrue(odd.problem().contains("0.weight has the sizes [2, 2]"), odd::problem);
  }

  private static SafetensorsHeader.Entry entry(
      String name, List<Integer> shape, long begin, long end) {
    return new SafetensorsHeader.Entry(name, NumberKind.F32, shape, begin, end);
  }

  @Test
  void aFolderThatCannotBeMadeIsNamed() throws IOException {
    Files.createDirectories(parent.resolve("data"));
    Files.writeString(folder, "a file in the folder's place");
    NetworkException e =
        assertThrows(NetworkException.class, () -> store.keep(network, "mine", ABOUT));
    assertTrue(message(e).contains(folder.toString()), e::getMessage);
    assertTrue(message(e).contains("PASTICHE_HOME"), e::getMessage);
  }

  @Test
  void whatAnotherProcessIsAtIsLeftToIt() throws IOException, InterruptedException {
    Path parts = store.partFolder("mine");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process other =
        new ProcessBuilder(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                LockHolder.class.getName(),
                parts.toString())
            .redirectErrorStream(true)
            .start();
    try (var said = other.inputReader()) {
      assertEquals("locked", said.readLine());
      NetworkException e = assertThrows(NetworkException.class, () -> store.lock("mine"));
      assertTrue(message(e).contains("already"), e::getMessage);
      other.outputWriter().close();
      assertEquals(0, other.waitFor());
      store.lock("mine").close();
    } finally {
      other.destroyForcibly();
    }
  }

  /// Another process that is at work on a network until its standard input ends.
  public static final class LockHolder {
    private LockHolder() {}

    public static void main(String[] args) throws IOException {
      try (NameLock _ = NameLock.take("mine", Path.of(args[0]), ConcurrentHashMap.newKeySet())) {
        System.out.println("locked");
        System.in.readAllBytes();
      }
    }
  }

  private StoredNetwork.Sound sound(String name) {
    return assertInstanceOf(StoredNetwork.Sound.class, store.find(name).orElseThrow());
  }

  private static FeatureNetwork random(int seed) {
    FeatureNetwork made = RandomNetwork.of(List.of(2, 3, 4, 5, 6), Layer.of("relu4_2"), seed);
    return FeatureNetwork.of("random", made.input(), made.convolutions());
  }

  private static String message(Exception e) {
    return Objects.requireNonNull(e.getMessage());
  }
}
