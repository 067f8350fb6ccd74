package studio.pastiche.networks.download;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.pastiche.file.FileException;
import studio.pastiche.networks.download.Download.End;
import studio.pastiche.networks.download.DownloadException.Reason;
import studio.pastiche.networks.download.Listener.Turn;

/// Against a real HTTPS server of this machine. The limit is for what never ends.
@Timeout(300)
class DownloadTest {
  private static final int SIZE = 3_000_000;
  private static final Settings QUICK =
      new Settings(4, 300_000, Duration.ofSeconds(20), Duration.ZERO, 3);

  @TempDir private static Path keys = Path.of("");
  private static MirrorServer.@Nullable Identity identity;

  @TempDir private Path folder = Path.of("");
  private final Ear ear = new Ear();
  private byte[] content = {};
  private Path part = Path.of("");
  private MirrorServer server;
  private HttpClient client;

  @BeforeAll
  static void makeCertificate() throws IOException {
    identity = MirrorServer.Identity.made(keys);
  }

  @BeforeEach
  void serve() throws IOException {
    MirrorServer.Identity made = Objects.requireNonNull(identity);
    Path served = Files.createDirectory(folder.resolve("served"));
    content = new byte[SIZE];
    new Random(1).nextBytes(content);
    Files.write(served.resolve("file"), content);
    part = folder.resolve("file.part");
    server = new MirrorServer(served, made, 0);
    client = HttpClient.newBuilder().sslContext(made.context()).build();
  }

  @AfterEach
  void stopServing() {
    client.close();
    server.close();
  }

  /// Hears, and acts once where the test says.
  private static final class Ear implements Listener {
    private final List<Turn> turns = new ArrayList<>();
    private Consumer<Progress> act = progress -> {};
    private Progress last = new Progress(0, 0, 0);

    @Override
    public void progressed(Progress progress) {
      last = progress;
      act.accept(progress);
    }

    @Override
    public void turned(Turn turn) {
      turns.add(turn);
    }
  }

  @Test
  void onlyThePlannedPiecesGoOverTheWireAndLandInTheirPlaces() throws Exception {
    Plan.Planner planner =
        (first, size, rest) -> {
          byte[] more = rest.read(new Span(8, 18));
          assertArrayEquals(Arrays.copyOfRange(content, 8, 18), more);
          assertEquals(SIZE, size);
          return new Plan(
              first,
              List.of(
                  new Plan.Piece(new Span(1_000_000, 1_700_000), 8),
                  new Plan.Piece(new Span(2_999_999, SIZE), 700_008)));
        };
    assertEquals(End.DONE, run(planner));
    byte[] got = Files.readAllBytes(part);
    assertEquals(700_009, got.length);
    assertArrayEquals(Arrays.copyOf(content, 8), Arrays.copyOf(got, 8));
    assertArrayEquals(
        Arrays.copyOfRange(content, 1_000_000, 1_700_000), Arrays.copyOfRange(got, 8, 700_008));
    assertEquals(content[SIZE - 1], got[700_008]);
    assertEquals(8 + 10 + 700_001, server.takeSent());
    assertEquals(700_001, ear.last.done());
    assertEquals(700_001, ear.last.total());
  }

  @Test
  void severalSegmentsAreUnderWayAtOnce() throws Exception {
    server.holdAfter(8);
    List<String> asked = new ArrayList<>();
    ear.act =
        progress -> {
          asked.addAll(server.takeRequests());
          if (asked.size() == 1 + QUICK.parallel()) {
            // none has been answered, but the first that asks for eight bytes
            assertEquals(0, progress.done());
            server.mend();
            ear.act = p -> {};
          }
        };
    assertEquals(End.DONE, run(whole()));
    assertArrayEquals(content, Files.readAllBytes(part));
  }

  @Test
  void aServerWithoutRangesGivesTheWholeFile() throws Exception {
    server.ranges(false);
    assertEquals(End.WHOLE, run((first, size, rest) -> new Plan(first, List.of())));
    assertArrayEquals(content, Files.readAllBytes(Download.whole(part)));
    assertEquals(List.of(Turn.WHOLE_FILE), ear.turns);
    // where it could not be kept it need not come again
    server.takeRequests();
    assertEquals(End.WHOLE, run((first, size, rest) -> new Plan(first, List.of())));
    assertEquals(1, server.takeRequests().size());
  }

  @Test
  void aServerThatForgetsHowToGivePartsCostsNothingThatHasCome() throws Exception {
    server.breakAfter(1_234_567);
    assertThrows(DownloadException.class, () -> run(whole()));
    long kept = noted();
    server.mend();
    server.ranges(false);
    server.breakAfter(1000);
    assertThrows(DownloadException.class, () -> run(whole()));
    server.mend();
    server.ranges(true);
    server.takeSent();
    ear.turns.clear();
    assertEquals(End.DONE, run(whole()));
    assertEquals(List.of(Turn.RESUMED), ear.turns);
    assertEquals(8 + SIZE - kept, server.takeSent());
  }

  @Test
  void aServerThatForgetsItUnderWayCostsNothingEither() throws Exception {
    server.breakAfter(1_000_000);
    Control control = new Control();
    ear.act =
        progress -> {
          server.ranges(server.cuts() == 0);
          if (ear.turns.contains(Turn.WHOLE_FILE)) {
            control.pause();
          }
        };
    Settings one = new Settings(1, 300_000, QUICK.stall(), Duration.ofMillis(50), 100);
    assertEquals(End.PAUSED, download(one).run(job(whole()), control, ear));
    long kept = noted();
    assertTrue(kept >= 900_000, kept + " bytes kept");
    server.mend();
    server.ranges(true);
    server.takeSent();
    ear.act = progress -> {};
    assertEquals(End.DONE, run(whole()));
    assertEquals(8 + SIZE - kept, server.takeSent());
  }

  @Test
  void aBodyWithoutAnEndIsCutOffAndGoes() throws Exception {
    server.special(
        "/file",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
          exchange.sendResponseHeaders(200, 0);
          while (true) {
            exchange.getResponseBody().write(content, 0, 100_000);
          }
        });
    DownloadException e = assertThrows(DownloadException.class, () -> run(whole()));
    assertEquals(Reason.REFUSED, e.reason());
    assertTrue(message(e).contains("more than"), e::getMessage);
    assertOnlyTheServedAreThere();
  }

  @Test
  void theBeginningIsTriedAgainToo() throws Exception {
    server.busyFor(2);
    assertEquals(
        End.DONE,
        run(
            (first, size, rest) -> {
              server.busyFor(2);
              assertEquals(10, rest.read(new Span(8, 18)).length);
              return Plan.whole(size);
            }));
    assertArrayEquals(content, Files.readAllBytes(part));
    server.busyFor(3);
    assertEquals(Reason.BUSY, failure(server.uri().resolve("/file")).reason());
  }

  @Test
  void thePauseBetweenTriesStaysShort() {
    assertEquals(Duration.ofMillis(100), patient().pauseAfter(2));
    assertEquals(patient().pauseAfter(50), patient().pauseAfter(100));
    assertTrue(patient().pauseAfter(100).compareTo(Duration.ofSeconds(2)) < 0);
  }

  @Test
  void aBreakInTheMiddleIsMendedByItself() throws Exception {
    server.breakAfter(1_000_000);
    ear.act =
        progress -> {
          if (server.cuts() > 0) {
            server.mend();
          }
        };
    assertEquals(End.DONE, run(whole(), patient()));
    assertArrayEquals(content, Files.readAllBytes(part));
    assertTrue(server.cuts() > 0, "nothing broke");
    // what was under way when the connections were cut may be lost, but nothing came twice else
    long sent = server.takeSent();
    assertTrue(sent >= SIZE + 8 && sent <= SIZE + 8 + 1_000_000, sent + " bytes sent");
    assertEquals(List.of(), ear.turns);
  }

  @Test
  void whatWasCutOffForGoodIsResumedWithTheRestAlone() throws Exception {
    server.breakAfter(1_234_567);
    DownloadException e = assertThrows(DownloadException.class, () -> run(whole()));
    assertEquals(Reason.BROKEN_OFF, e.reason());
    assertEquals(1_234_567, server.takeSent());
    server.mend();
    // what was under way when the connections were cut may be lost; what was noted is not
    long kept = noted();
    assertTrue(kept > 300_000, kept + " bytes kept");
    assertEquals(End.DONE, run(whole()));
    assertArrayEquals(content, Files.readAllBytes(part));
    assertEquals(List.of(Turn.RESUMED), ear.turns);
    // the eight bytes that tell whether it is still the same file come again
    assertEquals(8 + SIZE - kept, server.takeSent());
  }

  @Test
  void aPauseKeepsWhatIsHereAndTheNextTimeGoesOn() throws Exception {
    server.holdAfter(1_000_000);
    Control control = new Control();
    ear.act =
        progress -> {
          if (progress.done() > 500_000) {
            control.pause();
          }
        };
    assertEquals(End.PAUSED, download(QUICK).run(job(whole()), control, ear));
    server.mend();
    ear.act = progress -> assertTrue(progress.done() > 500_000, "begun anew");
    assertEquals(End.DONE, run(whole()));
    assertArrayEquals(content, Files.readAllBytes(part));
  }

  @Test
  void aCancelLeavesNothingBehind() throws Exception {
    server.holdAfter(1_000_000);
    Control control = new Control();
    ear.act =
        progress -> {
          if (progress.done() > 500_000) {
            control.cancel();
          }
        };
    assertEquals(End.CANCELLED, download(QUICK).run(job(whole()), control, ear));
    assertOnlyTheServedAreThere();
  }

  @Test
  void aFileThatChangedSinceTheLastTimeIsBegunAnew() throws Exception {
    server.breakAfter(1_000_000);
    assertThrows(DownloadException.class, () -> run(whole()));
    server.mend();
    change();
    assertEquals(End.DONE, run(whole()));
    assertArrayEquals(content, Files.readAllBytes(part));
    assertEquals(List.of(Turn.STARTED_ANEW), ear.turns);
  }

  @Test
  void aFileThatChangesUnderWayIsBegunAnew() throws Exception {
    server.holdAfter(400_000);
    ear.act =
        progress -> {
          change();
          server.mend();
          ear.act = p -> {};
        };
    assertEquals(End.DONE, run(whole(), new Settings(1, 300_000, QUICK.stall(), QUICK.pause(), 3)));
    assertArrayEquals(content, Files.readAllBytes(part));
    assertEquals(List.of(Turn.STARTED_ANEW), ear.turns);
  }

  @Test
  void aServerThatFallsSilentCountsAsBroken() {
    server.holdAfter(100_000);
    Settings hasty = new Settings(2, 300_000, Duration.ofMillis(150), Duration.ZERO, 2);
    DownloadException e = assertThrows(DownloadException.class, () -> run(whole(), hasty));
    assertEquals(Reason.BROKEN_OFF, e.reason());
    assertTrue(message(e).contains("localhost"), e::getMessage);
  }

  @ParameterizedTest
  @CsvSource({
    "404, REFUSED, does not have the file",
    "403, REFUSED, does not give the file away",
    "503, BUSY, just now",
    "500, BUSY, just now",
    "511, NOT_THE_FILE, log in",
    "418, REFUSED, 418"
  })
  void aRefusalIsToldByWhatItMeans(int status, Reason reason, String words) {
    server.special("/file", exchange -> exchange.sendResponseHeaders(status, -1));
    DownloadException e = assertThrows(DownloadException.class, () -> run(whole()));
    assertEquals(reason, e.reason());
    assertTrue(message(e).contains(words), e::getMessage);
    assertFalse(Files.exists(part));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html; charset=utf-8", "application/octet-stream"})
  void aLoginPageInTheFilesPlaceIsNotTaken(String type) {
    byte[] page = "<!DOCTYPE html><title>Hotel</title>".getBytes(StandardCharsets.UTF_8);
    server.special("/file", page(type, page));
    DownloadException e = assertThrows(DownloadException.class, () -> run(whole()));
    assertEquals(Reason.NOT_THE_FILE, e.reason());
    assertTrue(message(e).contains("web page"), e::getMessage);
  }

  @Test
  void redirectsAreFollowedWithinHttps() throws Exception {
    server.special("/there", redirect("/further"));
    server.special("/further", redirect(server.uri() + "/file"));
    Download.Job job = job(whole(), server.uri().resolve("/there"));
    assertEquals(End.DONE, download(QUICK).run(job, new Control(), ear));
    assertArrayEquals(content, Files.readAllBytes(part));
  }

  @Test
  void aRedirectToPlainHttpIsNotFollowed() throws IOException {
    try (ServerSocket plain = new ServerSocket(0)) {
      String address = "http://localhost:" + plain.getLocalPort() + "/file";
      server.special("/file", redirect(address));
      DownloadException e = assertThrows(DownloadException.class, () -> run(whole()));
      assertEquals(Reason.REDIRECT, e.reason());
      assertTrue(message(e).contains(address), e::getMessage);
    }
  }

  @Test
  void redirectsInACircleEnd() {
    server.special("/file", redirect("/file"));
    DownloadException e = assertThrows(DownloadException.class, () -> run(whole()));
    assertEquals(Reason.REDIRECT, e.reason());
    assertEquals(6, server.takeRequests().size());
  }

  @Test
  void plainHttpIsNotEvenAsked() {
    Download.Job job = job(whole(), URI.create("http://localhost/file"));
    DownloadException e =
        assertThrows(DownloadException.class, () -> download(QUICK).run(job, new Control(), ear));
    assertTrue(message(e).contains("https://"), e::getMessage);
  }

  @Test
  void aCertificateThatNobodyVouchesForIsNotTaken() throws IOException {
    try (HttpClient strict = HttpClient.newHttpClient()) {
      Download download = new Download(strict, QUICK);
      DownloadException e =
          assertThrows(
              DownloadException.class, () -> download.run(job(whole()), new Control(), ear));
      assertEquals(Reason.CERTIFICATE, e.reason());
      assertTrue(message(e).contains("localhost has no certificate"), e::getMessage);
    }
  }

  @Test
  void aCertificateOfAnotherNameIsNotTaken() {
    URI other = URI.create(server.uri().toString().replace("localhost", "127.0.0.1"));
    assertEquals(Reason.CERTIFICATE, failure(other.resolve("/file")).reason());
  }

  @Test
  void withoutANetworkTheServerIsNamed() throws IOException {
    int free;
    try (ServerSocket taken = new ServerSocket(0)) {
      free = taken.getLocalPort();
    }
    DownloadException refused = failure(URI.create("https://localhost:" + free + "/file"));
    assertEquals(Reason.OFFLINE, refused.reason());
    assertTrue(message(refused).contains("localhost can't be reached (connection refused)"));
    DownloadException unknown = failure(URI.create("https://no-such-host.invalid/file"));
    assertEquals(Reason.OFFLINE, unknown.reason());
    assertTrue(
        message(unknown).contains("no-such-host.invalid can't be reached (unknown host)"),
        unknown::getMessage);
  }

  @Test
  void aFullDiskIsToldAndNothingIsCalledFetched() throws Exception {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "no /dev/full on this system");
    Files.createSymbolicLink(part, full);
    Files.writeString(folder.resolve("file.part.journal"), journalLine());
    FileException e = assertThrows(FileException.class, () -> run(whole()));
    assertTrue(message(e).contains("No space left on device"), e::getMessage);
    assertTrue(message(e).contains("free space"), e::getMessage);
  }

  @Test
  void noRoomIsToldBeforeAnyPieceIsFetched() {
    Download.Job job =
        new Download.Job(
            server.uri().resolve("/file"),
            part,
            SIZE,
            whole(),
            bytes -> {
              assertEquals(SIZE, bytes);
              throw new IOException("no room");
            });
    IOException e =
        assertThrows(IOException.class, () -> download(QUICK).run(job, new Control(), ear));
    assertEquals("no room", e.getMessage());
    assertEquals(8, server.takeSent());
  }

  private void assertOnlyTheServedAreThere() throws IOException {
    try (var left = Files.list(folder)) {
      assertEquals(List.of("served"), left.map(f -> "" + f.getFileName()).toList());
    }
  }

  /// How many bytes the journal says are here.
  private long noted() throws IOException {
    return Files.readAllLines(folder.resolve("file.part.journal")).stream()
        .skip(1)
        .map(line -> line.split(" "))
        .mapToLong(ends -> Long.parseLong(ends[1]) - Long.parseLong(ends[0]))
        .sum();
  }

  /// The first line of the journal that a download of the whole file makes.
  private String journalLine() throws Exception {
    Path real = folder.resolve("other.part");
    Download.Job job =
        new Download.Job(server.uri().resolve("/file"), real, SIZE, whole(), bytes -> {});
    download(QUICK).run(job, new Control(), ear);
    ear.turns.clear();
    return Files.readAllLines(folder.resolve("other.part.journal")).getFirst() + "\n";
  }

  private DownloadException failure(URI uri) {
    return assertThrows(
        DownloadException.class, () -> download(QUICK).run(job(whole(), uri), new Control(), ear));
  }

  private void change() {
    try {
      new Random(2).nextBytes(content);
      Files.write(folder.resolve("served/file"), content);
      server.changed();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private End run(Plan.Planner planner) throws IOException, InterruptedException {
    return run(planner, QUICK);
  }

  private End run(Plan.Planner planner, Settings settings)
      throws IOException, InterruptedException {
    return download(settings).run(job(planner), new Control(), ear);
  }

  private Download download(Settings settings) {
    return new Download(client, settings);
  }

  private Download.Job job(Plan.Planner planner) {
    return job(planner, server.uri().resolve("/file"));
  }

  private Download.Job job(Plan.Planner planner, URI uri) {
    return new Download.Job(uri, part, SIZE, planner, bytes -> {});
  }

  private static Settings patient() {
    return new Settings(4, 300_000, QUICK.stall(), Duration.ofMillis(50), 100);
  }

  private static Plan.Planner whole() {
    return (first, size, rest) -> Plan.whole(size);
  }

  private static HttpHandler redirect(String to) {
    return exchange -> {
      exchange.getResponseHeaders().set("Location", to);
      exchange.sendResponseHeaders(302, -1);
    };
  }

  private static HttpHandler page(String type, byte[] page) {
    return (HttpExchange exchange) -> {
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(200, page.length);
      exchange.getResponseBody().write(page);
    };
  }

  private static String message(Exception e) {
    return Objects.requireNonNull(e.getMessage());
  }
}
