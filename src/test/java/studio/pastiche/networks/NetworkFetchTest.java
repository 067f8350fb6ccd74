package studio.pastiche.networks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.pastiche.engine.network.Convolution;
import studio.pastiche.engine.network.FeatureNetwork;
import studio.pastiche.engine.network.InputSpec;
import studio.pastiche.engine.network.Layer;
import studio.pastiche.engine.network.RandomNetwork;
import studio.pastiche.networks.NetworkFetch.Order;
import studio.pastiche.networks.NetworkFetch.Outcome;
import studio.pastiche.networks.download.Control;
import studio.pastiche.networks.download.DownloadException.Reason;
import studio.pastiche.networks.download.Listener;
import studio.pastiche.networks.download.MirrorServer;
import studio.pastiche.networks.download.Progress;

/// From a real HTTPS server of this machine to a kept network.
class NetworkFetchTest {
  @TempDir private static Path keys = Path.of("");
  private static MirrorServer.@Nullable Identity identity;

  @TempDir private Path folder = Path.of("");
  private final Ear ear = new Ear();
  private ServedNetworks served;
  private Networks networks;

  @BeforeAll
  static void makeCertificate() throws IOException {
    identity = MirrorServer.Identity.made(keys);
  }

  @BeforeEach
  void serve() throws IOException {
    served = new ServedNetworks(folder, Objects.requireNonNull(identity));
    networks = served.networks();
  }

  @AfterEach
  void stopServing() {
    served.close();
  }

  private static final class Ear implements Listener {
    private final List<Turn> turns = new ArrayList<>();
    private Consumer<Progress> act = progress -> {};

    @Override
    public void progressed(Progress progress) {
      act.accept(progress);
    }

    @Override
    public void turned(Turn turn) {
      turns.add(turn);
    }
  }

  @Test
  void onlyTheConvolutionsGoOverTheWireAndPaintAsTheServedOnes() throws Exception {
    StoredNetwork.Sound kept = fetched("small");
    assertEquals(served.network().sha256(), kept.sha256());
    assertEquals("CC0", kept.licence());
    assertEquals("made up, from localhost", kept.origin());
    FeatureNetwork read = networks.load(networks.choice("small"), null).network();
    assertEquals("small", read.name());
    assertEquals(served.network().sha256(), read.sha256());
    assertEquals(InputSpec.RGB_IMAGENET, read.input());
    int header = headerLength();
    assertEquals(8 + header + served.needed(), served.server().takeSent());
    assertOnlyTheNetworkIsKept("small");
  }

  @Test
  void whatIsHereAndSoundIsNotFetchedAgain() throws Exception {
    fetched("small");
    served.server().takeSent();
    assertInstanceOf(Outcome.AlreadyHere.class, fetch(order("small")));
    assertEquals(0, served.server().takeSent());
  }

  @Test
  void aBrokenCopyIsRepairedByFetchingAgain() throws Exception {
    StoredNetwork.Sound kept = fetched("small");
    byte[] bytes = Files.readAllBytes(kept.file());
    bytes[bytes.length - 2] ^= 1;
    Files.write(kept.file(), bytes);
    Optional<NetworkException> problem = networks.store().problem(kept);
    assertTrue(message(problem.orElseThrow()).contains("fetch or import it again"));
    assertEquals(kept.sha256(), fetched("small").sha256());
    assertTrue(networks.store().problem(kept).isEmpty());
  }

  @Test
  void aBreakCostsOnlyWhatWasUnderWay() throws Exception {
    long half = served.needed() / 2;
    served.server().rate(2 << 20);
    served.server().breakAfter(half);
    NetworkException e = failure(order("small"));
    assertEquals(Optional.of(Reason.BROKEN_OFF), e.reason());
    assertTrue(message(e).contains("fetch it again to go on"), e::getMessage);
    assertTrue(networks.store().list().isEmpty(), "half a network is kept");
    served.server().mend();
    assertEquals(served.network().sha256(), fetched("small").sha256());
    long sent = served.server().takeSent();
    // the header comes twice: it tells whether the file is the same
    long least = served.needed() + 2 * (8 + headerLength());
    assertTrue(sent >= least && sent < least + half, "%d of %d".formatted(sent, least));
    assertEquals(List.of(Listener.Turn.RESUMED), ear.turns);
    assertOnlyTheNetworkIsKept("small");
  }

  @Test
  void aPausedFetchGoesOnInAnotherProcess() throws Exception {
    served.server().holdAfter(served.needed() / 2);
    Control control = new Control();
    ear.act =
        progress -> {
          if (progress.done() > served.needed() / 4) {
            control.pause();
          }
        };
    assertInstanceOf(Outcome.Paused.class, networks.fetch().fetch(order("small"), control, ear));
    served.server().mend();
    ear.act = progress -> assertTrue(progress.done() > served.needed() / 4, "begun anew");
    networks = served.networks();
    assertEquals(served.network().sha256(), fetched("small").sha256());
  }

  @Test
  void aCancelledFetchLeavesNothing() throws Exception {
    served.server().holdAfter(served.needed() / 2);
    Control control = new Control();
    ear.act = progress -> control.cancel();
    assertInstanceOf(Outcome.Cancelled.class, networks.fetch().fetch(order("small"), control, ear));
    assertOnlyTheNetworkIsKept();
  }

  @Test
  void whileOneFetchesAnotherIsToldSo() throws Exception {
    served.server().holdAfter(served.needed() / 2);
    Control control = new Control();
    CompletableFuture<Void> underWay = new CompletableFuture<>();
    ear.act = progress -> underWay.complete(null);
    // not in the common pool, on whose threads the client tells of its answers
    try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
      Future<Outcome> first =
          thread.submit(() -> networks.fetch().fetch(order("small"), control, ear));
      underWay.get();
      Networks other = served.networks();
      NetworkException e =
          assertThrows(
              NetworkException.class,
              () -> other.fetch().fetch(order("small"), new Control(), new Ear()));
      assertTrue(message(e).contains("already"), e::getMessage);
      served.server().mend();
      assertInstanceOf(Outcome.Fetched.class, first.get());
      assertInstanceOf(
          Outcome.AlreadyHere.class, other.fetch().fetch(order("small"), new Control(), new Ear()));
    } finally {
      control.cancel();
    }
  }

  @Test
  void aServerWithoutRangesGivesTheWholeFileAndTheSameNetwork() throws Exception {
    served.server().ranges(false);
    assertEquals(served.network().sha256(), fetched("small").sha256());
    assertEquals(List.of(Listener.Turn.WHOLE_FILE), ear.turns);
  }

  @Test
  void aWholeFileIsTakenByItsHash() throws Exception {
    StoredNetwork.Sound kept = fetched("small-caffe");
    assertEquals(InputSpec.BGR_CAFFE, kept.input());
    served.put(ServedNetworks.KERAS, flipped(Files.readAllBytes(keras())));
    networks.store().remove("small-caffe");
    NetworkException e = failure(order("small-caffe"));
    assertTrue(message(e).contains("its MD5 does not begin with"), e::getMessage);
    assertTrue(message(e).contains("thrown away"), e::getMessage);
    assertOnlyTheNetworkIsKept();
  }

  @Test
  void aWholeFileOfAnotherSizeIsNotEvenFetched() throws Exception {
    served.put(ServedNetworks.KERAS, new byte[1000]);
    NetworkException e = failure(order("small-caffe"));
    assertTrue(message(e).contains("has 1000 bytes"), e::getMessage);
    assertOnlyTheNetworkIsKept();
  }

  @Test
  void anotherSourceCanBeNamed() throws Exception {
    NetworkException e =
        assertThrows(NetworkException.class, () -> fetch(new Order("small", "keras", null)));
    assertTrue(message(e).contains("is not small: its blocks have"), e::getMessage);
    NetworkException unknown =
        assertThrows(NetworkException.class, () -> fetch(new Order("small", "ftp", null)));
    assertTrue(message(unknown).contains("parts and keras"), unknown::getMessage);
  }

  @Test
  void aMirrorIsAskedForTheSamePath() throws Exception {
    URI mirror = URI.create(served.server().uri() + "/copies/");
    served.put("/copies" + ServedNetworks.FILE, ServedNetworks.safetensors(served.network()));
    served.server().special(ServedNetworks.FILE, answer(500));
    assertInstanceOf(Outcome.Fetched.class, fetch(new Order("small", null, mirror)));
  }

  @Test
  void numbersThatAreNotFiniteAreRefused() throws Exception {
    byte[] bytes = ServedNetworks.safetensors(served.network());
    int at = bytes.length - 4;
    bytes[at + 3] = 0x7f;
    bytes[at + 2] = (byte) 0xc0;
    served.put(ServedNetworks.FILE, bytes);
    NetworkException e = failure(order("small"));
    assertTrue(message(e).contains("not finite"), e::getMessage);
    assertOnlyTheNetworkIsKept();
  }

  @Test
  void anotherShapeIsRefusedBeforeItsNumbersAreFetched() throws Exception {
    FeatureNetwork narrow = RandomNetwork.of(List.of(4, 4, 4, 4, 4), Layer.of("relu5_4"), 1);
    served.put(ServedNetworks.FILE, ServedNetworks.safetensors(narrow));
    NetworkException e = failure(order("small"));
    assertTrue(message(e).contains("[4, 4, 4, 4, 4]"), e::getMessage);
    assertTrue(served.server().takeSent() < 10_000, "more than the header was fetched");
  }

  @Test
  void aConvolutionOfAnAbsurdSizeIsRefusedBeforeItsNumbersAreFetched() throws Exception {
    List<Convolution> wide = new ArrayList<>(served.network().convolutions());
    // the blocks' widths are right all the same
    wide.set(0, ServedNetworks.zeros(Layer.of("relu1_1"), 3, 8));
    wide.set(1, ServedNetworks.zeros(Layer.of("relu1_2"), 8, 2000));
    wide.set(2, ServedNetworks.zeros(Layer.of("relu2_1"), 2000, 16));
    served.put(
        ServedNetworks.FILE,
        ServedNetworks.safetensors(FeatureNetwork.of("wide", InputSpec.RGB_IMAGENET, wide)));
    NetworkException e = failure(order("small"));
    assertTrue(message(e).contains("its convolutions take"), e::getMessage);
    assertTrue(served.server().takeSent() < 10_000, "more than the header was fetched");
  }

  @Test
  void whatCameFromAnotherSourceGoesOnceItIsKept() throws Exception {
    served.server().holdAfter(10_000);
    Control control = new Control();
    ear.act = progress -> control.pause();
    Order keras = new Order("small", "keras", null);
    assertInstanceOf(Outcome.Paused.class, networks.fetch().fetch(keras, control, ear));
    served.server().mend();
    ear.act = progress -> {};
    Path killed = Files.writeString(served.storeFolder().resolve(".pastiche-1.part"), "half");
    Files.setLastModifiedTime(killed, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
    Path others = Files.writeString(served.storeFolder().resolve(".pastiche-2.part"), "going");
    fetched("small");
    assertFalse(Files.exists(killed));
    Files.delete(others);
    assertOnlyTheNetworkIsKept("small");
  }

  @Test
  void whatCameGoesWhenTheNetworkIsImportedByHand() throws Exception {
    served.server().holdAfter(100_000);
    Control control = new Control();
    ear.act = progress -> control.pause();
    assertInstanceOf(Outcome.Paused.class, networks.fetch().fetch(order("small"), control, ear));
    networks.imports().keep(folder.resolve("served" + ServedNetworks.FILE), "small", null);
    assertOnlyTheNetworkIsKept("small");
  }

  @Test
  void aLoginPageIsSaidToBeOne() {
    byte[] page = "<html>Room number, please".getBytes(StandardCharsets.UTF_8);
    served
        .server()
        .special(
            ServedNetworks.FILE,
            exchange -> {
              exchange.getResponseHeaders().set("Content-Type", "text/html");
              exchange.sendResponseHeaders(200, page.length);
              exchange.getResponseBody().write(page);
            });
    NetworkException e = failure(order("small"));
    assertEquals(Optional.of(Reason.NOT_THE_FILE), e.reason());
    assertTrue(message(e).contains("log in to the network"), e::getMessage);
  }

  @Test
  void aMissingFileNamesTheOtherSource() {
    served.server().special(ServedNetworks.FILE, answer(404));
    assertTrue(
        message(failure(order("small"))).contains("--source keras"),
        () -> message(failure(order("small"))));
  }

  @Test
  void withoutANetworkTheWayByHandIsTold() throws Exception {
    URI nowhere = URI.create("https://no-such-host.invalid");
    NetworkException e =
        assertThrows(NetworkException.class, () -> fetch(new Order("small", null, nowhere)));
    assertEquals(Optional.of(Reason.OFFLINE), e.reason());
    assertTrue(
        message(e).contains("get https://no-such-host.invalid" + ServedNetworks.FILE),
        e::getMessage);
    assertTrue(message(e).contains("networks import FILE --name small"), e::getMessage);
    assertEquals(1, message(e).lines().count());
  }

  @Test
  void aCertificateThatNobodyVouchesForIsRefused() {
    networks = served.networks(new NetworkStore(served.storeFolder()), HttpClient::newHttpClient);
    NetworkException e = failure(order("small"));
    assertEquals(Optional.of(Reason.CERTIFICATE), e.reason());
    assertTrue(message(e).contains("clock"), e::getMessage);
  }

  @Test
  void tooLittleRoomIsToldBeforeAnythingIsFetched() {
    networks = served.networks(new NetworkStore(served.storeFolder(), folder -> 500_000));
    NetworkException e = failure(order("small"));
    assertTrue(message(e).contains("0.5 MB are free"), e::getMessage);
    assertTrue(message(e).contains("free space"), e::getMessage);
    assertTrue(served.server().takeSent() < 10_000, "more than the header was fetched");
  }

  @Test
  void whatIsNotInTheCatalogueCannotBeFetched() {
    NetworkException e = failure(order("vgg99"));
    assertTrue(message(e).contains("small and small-caffe"), e::getMessage);
    assertFalse(Files.exists(served.storeFolder()));
  }

  private StoredNetwork.Sound fetched(String name) throws IOException, InterruptedException {
    return assertInstanceOf(Outcome.Fetched.class, fetch(order(name))).network();
  }

  private Outcome fetch(Order order) throws IOException, InterruptedException {
    return networks.fetch().fetch(order, new Control(), ear);
  }

  private NetworkException failure(Order order) {
    return assertThrows(NetworkException.class, () -> fetch(order));
  }

  /// The networks' folder has these files, and nothing of what was fetched lies about.
  private void assertOnlyTheNetworkIsKept(String... names) throws IOException {
    try (var files = Files.walk(served.storeFolder())) {
      assertEquals(
          List.of(names),
          files
              .filter(Files::isRegularFile)
              .map(file -> String.valueOf(file.getFileName()))
              .filter(file -> !file.endsWith(".lock"))
              .map(file -> file.replace(".safetensors", ""))
              .toList());
    }
  }

  private int headerLength() {
    byte[] file = ServedNetworks.safetensors(served.network());
    return (file[0] & 0xff) + ((file[1] & 0xff) << 8);
  }

  private Path keras() {
    return folder.resolve("served" + ServedNetworks.KERAS);
  }

  private static byte[] flipped(byte[] bytes) {
    bytes[bytes.length / 2] ^= 1;
    return bytes;
  }

  private static HttpHandler answer(int status) {
    return exchange -> exchange.sendResponseHeaders(status, -1);
  }

  private static Order order(String name) {
    return new Order(name, null, null);
  }

  private static String message(Exception e) {
    return Objects.requireNonNull(e.getMessage());
  }
}
