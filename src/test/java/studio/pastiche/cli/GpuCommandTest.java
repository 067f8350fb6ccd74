package studio.pastiche.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import studio.pastiche.networks.download.Control;
import studio.pastiche.networks.download.Listener;
import studio.pastiche.networks.download.MirrorServer;
import studio.pastiche.networks.download.Progress;
import studio.pastiche.networks.download.Settings;
import studio.pastiche.networks.gpu.GpuFetch;
import studio.pastiche.networks.gpu.GpuPack;
import studio.pastiche.networks.gpu.NvidiaDriver;

/// The commands about the GPU pack, against a real HTTPS server of this machine that has small
/// files where DJL's has PyTorch's. Whether a real pack computes can only be seen on a machine with
/// a GPU.
@NullUnmarked
@DisabledOnOs(value = OS.MAC, disabledReason = "NVIDIA's GPUs are not in Macs")
class GpuCommandTest {
  private static final Settings QUICK =
      new Settings(2, 100_000, Duration.ofSeconds(20), Duration.ZERO, 3);
  private static final String SYSTEM = GpuFetch.thisSystem();
  private static final String SERVED = "served/pytorch/2.7.1/";

  @TempDir private static Path keys;
  private static MirrorServer.@Nullable Identity identity;

  @TempDir private Path folder;
  private final byte[] library = new byte[500_000];
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Optional<NvidiaDriver> driver = Optional.of(new NvidiaDriver("570.133.07"));
  private Optional<String> problem = Optional.empty();
  private GpuPack pack;
  private MirrorServer server;

  @BeforeAll
  static void makeCertificate() throws IOException {
    identity = MirrorServer.Identity.made(keys);
  }

  @BeforeEach
  void serve() throws IOException {
    new Random(1).nextBytes(library);
    pack = new GpuPack(folder.resolve("gpu"));
    put("cu128/" + SYSTEM + "/native/lib/libtorch_cuda.so.gz", gzip(library));
    put("cu128/" + SYSTEM + "/native/lib/libc10%2Bx.so.gz", gzip(new byte[] {1, 2, 3}));
    put("cpu/" + SYSTEM + "/native/lib/libtorch.so.gz", gzip(library));
    put(
        "files.txt",
        Stream.of(
                "cpu/%s/native/lib/libtorch.so.gz",
                "cu128/%s/native/lib/libtorch_cuda.so.gz", "cu128/%s/native/lib/libc10%%2Bx.so.gz")
            .map(line -> line.formatted(SYSTEM) + "\n")
            .reduce("", String::concat)
            .getBytes(StandardCharsets.UTF_8));
    server = new MirrorServer(folder.resolve("served"), Objects.requireNonNull(identity), 0);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void whatItCostsIsSaidAndNothingIsFetchedUntilItIsAskedFor() throws IOException {
    assertEquals(0, run("fetch"), err::toString);
    assertTrue(out.toString().contains("0.5 MB to fetch, 0.5 MB on the disk"), out::toString);
    assertEquals(GpuPack.State.BEGUN, pack.state());
    assertEquals(List.of(), files());
  }

  @Test
  void whatWasAskedForIsFetchedUnpackedAndTried() throws IOException {
    assertEquals(0, run("fetch", "--yes"), err::toString);
    assertArrayEquals(library, Files.readAllBytes(pack.folder().resolve("libtorch_cuda.so")));
    assertEquals(3, Files.size(pack.folder().resolve("libc10+x.so")));
    assertTrue(Files.size(pack.folder().resolve(System.mapLibraryName("djl_torch"))) > 100_000);
    assertEquals(5, files().size(), () -> "something is left");
    assertEquals(GpuPack.State.WORKS, pack.state());
    assertTrue(out.toString().contains("It computes"), out::toString);
  }

  @Test
  void aPackThatDoesNotComputeIsNotUsed() throws IOException {
    problem = Optional.of("CUDA error: no kernel image is available");
    assertEquals(1, run("fetch", "--yes"));
    assertTrue(err.toString().contains("no kernel image"), err::toString);
    assertTrue(err.toString().contains("on the processor"), err::toString);
    assertEquals(1, err.toString().lines().count(), err::toString);
    assertEquals(GpuPack.State.UNTRIED, pack.state());
    assertFalse(pack.usable());
    problem = Optional.empty();
    assertEquals(0, run("fetch", "--yes"), "a newer driver may help");
    assertEquals(GpuPack.State.WORKS, pack.state());
  }

  @Test
  void whatWasStoppedGoesOn() throws Exception {
    GpuFetch fetch = access().fetch(server.uri());
    GpuFetch.Parts parts = fetch.ask(new Control());
    Control control = new Control();
    assertFalse(fetch.fetch(parts, control, stopping(control)));
    assertEquals(GpuPack.State.BEGUN, pack.state());
    assertTrue(pack.bytes() > 0, "what came is kept");
    assertEquals(0, run("fetch", "--yes"), err::toString);
    assertArrayEquals(library, Files.readAllBytes(pack.folder().resolve("libtorch_cuda.so")));
  }

  @Test
  void whatWasCancelledLeavesNothing() throws Exception {
    GpuFetch fetch = access().fetch(server.uri());
    GpuFetch.Parts parts = fetch.ask(new Control());
    Control control = new Control();
    control.cancel();
    assertFalse(fetch.fetch(parts, control, stopping(control)));
    assertEquals(GpuPack.State.ABSENT, pack.state());
  }

  @Test
  void aDamagedFileIsToldAndThrownAway() throws IOException {
    byte[] damaged = gzip(library);
    damaged[damaged.length / 2] ^= 1;
    put("cu128/" + SYSTEM + "/native/lib/libtorch_cuda.so.gz", damaged);
    assertEquals(3, run("fetch", "--yes"));
    assertTrue(err.toString().contains("libtorch_cuda.so"), err::toString);
    assertTrue(err.toString().contains("fetch it again"), err::toString);
    assertFalse(Files.exists(pack.folder().resolve("libtorch_cuda.so")));
  }

  @Test
  void aServerWithoutOneForThisSystemIsToldAsSuch() throws IOException {
    put("files.txt", "cu128/other-system/native/lib/x.gz\n".getBytes(StandardCharsets.UTF_8));
    assertEquals(3, run("fetch", "--yes"));
    assertTrue(err.toString().contains(SYSTEM), err::toString);
  }

  @Test
  void withoutADriverOrWithAnOldOneNothingIsFetched() {
    driver = Optional.empty();
    assertEquals(2, run("fetch", "--yes"));
    assertTrue(err.toString().contains("no NVIDIA driver"), err::toString);
    driver = Optional.of(new NvidiaDriver("470.1"));
    assertEquals(2, run("fetch", "--yes"));
    assertTrue(err.toString().contains("525"), err::toString);
    assertEquals(GpuPack.State.ABSENT, pack.state());
  }

  @Test
  void statusSaysHowItStandsAndRemoveFreesTheDisk() throws IOException {
    assertEquals(0, run());
    assertTrue(out.toString().contains("driver 570.133.07"), out::toString);
    assertTrue(out.toString().contains("is not here"), out::toString);
    run("fetch", "--yes");
    assertEquals(0, run("status"));
    assertTrue(out.toString().contains("has worked"), out::toString);
    assertEquals(0, run("remove"));
    assertFalse(Files.exists(pack.folder()));
    assertEquals(0, run("remove"), "there is nothing to remove");
  }

  @Test
  void theRealTrialSaysWhereThereIsNoGpu() throws Exception {
    Files.createDirectories(pack.folder());
    assertEquals(
        Optional.of("PyTorch finds no GPU that it can use"), new GpuTrial().problem(pack.folder()));
  }

  private GpuAccess access() {
    return new GpuAccess(
        pack,
        () -> driver,
        () ->
            HttpClient.newBuilder().sslContext(Objects.requireNonNull(identity).context()).build(),
        QUICK,
        SYSTEM,
        _ -> problem);
  }

  private int run(String... args) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    Console console =
        new Console(
            new PrintWriter(out, true), new PrintWriter(err, true), false, StandardCharsets.UTF_8);
    Failures failures = new Failures(console);
    CommandLine commands =
        GpuCommand.with(console, _ -> () -> {}, access())
            .setExecutionExceptionHandler(failures)
            .setParameterExceptionHandler(failures);
    boolean fetches = args.length > 0 && args[0].equals("fetch");
    return commands.execute(
        Stream.concat(
                Stream.of(args),
                fetches ? Stream.of("--mirror", server.uri().toString()) : Stream.empty())
            .toArray(String[]::new));
  }

  private static Listener stopping(Control control) {
    return new Listener() {
      @Override
      public void progressed(Progress progress) {
        control.pause();
      }

      @Override
      public void turned(Turn turn) {}
    };
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.list(pack.folder())) {
      return all.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private void put(String path, byte[] bytes) throws IOException {
    // as the server names its files, so the list has them encoded
    Path file = folder.resolve(SERVED + path.replace("%2B", "+"));
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }
}
