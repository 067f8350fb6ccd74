package studio.pastiche.networks.gpu;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import studio.pastiche.file.FileException;
import studio.pastiche.networks.Sizes;
import studio.pastiche.networks.download.Control;
import studio.pastiche.networks.download.Download;
import studio.pastiche.networks.download.Listener;
import studio.pastiche.networks.download.Plan;
import studio.pastiche.networks.download.Progress;
import studio.pastiche.networks.download.Settings;
import studio.pastiche.networks.download.Span;

/// Fetches the GPU pack from where DJL itself would: a list of files, `files.txt`, and each of them
/// compressed by gzip, under one address for a version of PyTorch.
public final class GpuFetch {
  /// Where DJL keeps them.
  public static final URI DJL =
      URI.create("https://publish.djl.ai/pytorch/" + GpuPack.VERSION + "/");

  /// What holds gzip's own count of bytes: its last four.
  private static final int TRAILER = 4;

  private final GpuPack pack;
  private final URI from;
  private final String system;
  private final Supplier<HttpClient> clients;
  private final Settings settings;

  /// @param from the address that `files.txt` is under, with a slash at its end
  /// @param system as DJL names it, such as `linux-x86_64`
  public GpuFetch(
      GpuPack pack, URI from, String system, Supplier<HttpClient> clients, Settings settings) {
    this.pack = pack;
    this.from = from;
    this.system = system;
    this.clients = clients;
    this.settings = settings;
  }

  /// A file of the pack.
  ///
  /// @param path on the server, below the address
  /// @param bytes that go over the wire
  /// @param unpacked bytes that it takes here, modulo 2³² as gzip counts
  public record Item(String path, long bytes, long unpacked) {
    /// Its name here.
    String name() {
      String last = path.substring(path.lastIndexOf('/') + 1);
      return URLDecoder.decode(last.replaceFirst("\\.gz$", ""), StandardCharsets.UTF_8);
    }
  }

  /// What the pack is made of.
  public record Parts(List<Item> items) {
    public Parts {
      items = List.copyOf(items);
    }

    /// Bytes to fetch.
    public long traffic() {
      return items.stream().mapToLong(Item::bytes).sum();
    }

    /// Bytes on the disk.
    public long disk() {
      return items.stream().mapToLong(Item::unpacked).sum();
    }
  }

  /// This system as DJL names it.
  public static String thisSystem() {
    String name = System.getProperty("os.name");
    String processor = System.getProperty("os.arch");
    return (name.startsWith("Windows") ? "win-" : name.startsWith("Mac") ? "osx-" : "linux-")
        + (processor.equals("amd64") ? "x86_64" : processor);
  }

  /// Asks the server what there is to fetch: a few kilobytes.
  ///
  /// @throws FileException where it has nothing for this system
  /// @throws CancellationException where the user stopped it
  public Parts ask(Control control) throws IOException, InterruptedException {
    Files.createDirectories(pack.folder());
    HttpClient client = clients.get();
    try {
      String start = GpuPack.FLAVOR + "/" + system + "/";
      List<Item> items = new ArrayList<>();
      for (String line : list(client, control)) {
        if (line.startsWith(start) && line.endsWith(".gz")) {
          items.add(sized(client, line, control));
        }
      }
      if (items.isEmpty()) {
        throw new FileException(
            from.toString(),
            "has no libraries for the GPUs of " + system + "; Pastiche paints on the processor",
            null);
      }
      return new Parts(items);
    } finally {
      client.shutdownNow();
    }
  }

  /// Fetches what is not here yet, unpacks it, and notes that all is here. Must not run on a thread
  /// of the common pool.
  ///
  /// @return whether it came to its end; what has come otherwise is kept, unless it was cancelled
  public boolean fetch(Parts parts, Control control, Listener listener)
      throws IOException, InterruptedException {
    requireRoom(parts);
    HttpClient client = clients.get();
    try {
      long before = 0;
      for (Item item : parts.items()) {
        Path here = pack.folder().resolve(item.name());
        if (!Files.exists(here)) {
          Listener all = new Sum(listener, before, parts.traffic());
          if (!one(client, item, here, control, all)) {
            return stopped(control);
          }
        }
        before += item.bytes();
      }
    } finally {
      client.shutdownNow();
    }
    bridge();
    pack.complete();
    return true;
  }

  private boolean stopped(Control control) throws IOException {
    if (control.cancelled()) {
      pack.remove();
    }
    return false;
  }

  private boolean one(HttpClient client, Item item, Path here, Control control, Listener listener)
      throws IOException, InterruptedException {
    Path part = part(item.path());
    Download.Job job =
        new Download.Job(
            at(item.path()), part, item.bytes(), (_, size, _) -> Plan.whole(size), _ -> {});
    Download.End end = new Download(client, settings).run(job, control, listener);
    if (end == Download.End.PAUSED || end == Download.End.CANCELLED) {
      return false;
    }
    Path came = end == Download.End.WHOLE ? Download.whole(part) : part;
    Path beside = here.resolveSibling(item.name() + ".unpacking");
    try (InputStream in = new GZIPInputStream(Files.newInputStream(came), 1 << 16)) {
      Files.copy(in, beside, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      // it would be taken up the next time
      Download.forget(part);
      Files.deleteIfExists(beside);
      throw new FileException(
          item.name(), "could not be unpacked (" + e.getMessage() + "); fetch it again", e);
    }
    Files.move(beside, here, StandardCopyOption.ATOMIC_MOVE);
    Download.forget(part);
    return true;
  }

  /// DJL's own library that goes with them: Pastiche brings it.
  private void bridge() throws IOException {
    String name = System.mapLibraryName("djl_torch");
    String resource = "/jnilib/%s/%s/%s".formatted(system, GpuPack.FLAVOR, name);
    try (InputStream in = GpuFetch.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new FileException(resource, "is missing from this installation; reinstall it", null);
      }
      Files.copy(in, pack.folder().resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private List<String> list(HttpClient client, Control control)
      throws IOException, InterruptedException {
    Path part = part("files.txt");
    Download.Job job =
        new Download.Job(
            from.resolve("files.txt"), part, 10_000, (_, size, _) -> Plan.whole(size), _ -> {});
    Download.End end = new Download(client, settings).run(job, control, new Silent());
    if (end == Download.End.PAUSED || end == Download.End.CANCELLED) {
      throw new CancellationException("stopped");
    }
    try {
      return Files.readAllLines(end == Download.End.WHOLE ? Download.whole(part) : part);
    } finally {
      Download.forget(part);
    }
  }

  /// Reads the end of a file alone: its plan wants nothing.
  private Item sized(HttpClient client, String path, Control control)
      throws IOException, InterruptedException {
    Path part = part(path + ".size");
    long[] sizes = new long[2];
    Plan.Planner reader =
        (_, size, rest) -> {
          sizes[0] = size;
          byte[] end = rest.read(new Span(size - TRAILER, size));
          sizes[1] =
              Integer.toUnsignedLong(ByteBuffer.wrap(end).order(ByteOrder.LITTLE_ENDIAN).getInt());
          return new Plan(new byte[0], List.of());
        };
    Download.Job job = new Download.Job(at(path), part, TRAILER, reader, _ -> {});
    Download.End end = new Download(client, settings).run(job, control, new Silent());
    Download.forget(part);
    if (end != Download.End.DONE) {
      throw new CancellationException("stopped");
    }
    return new Item(path, sizes[0], sizes[1]);
  }

  private void requireRoom(Parts parts) throws IOException {
    long largest = parts.items().stream().mapToLong(Item::bytes).max().orElse(0);
    long needed = parts.disk() + largest - pack.bytes();
    long free = Files.getFileStore(pack.folder()).getUsableSpace();
    if (free < needed) {
      throw new FileException(
          pack.folder().toString(),
          "%s are needed there, and %s are free; free space and try again"
              .formatted(Sizes.mb(needed), Sizes.mb(free)),
          null);
    }
  }

  private URI at(String path) {
    // the list has names as an address has them
    return from.resolve(path);
  }

  private Path part(String path) {
    return pack.folder().resolve(path.substring(path.lastIndexOf('/') + 1) + ".part");
  }

  /// One file's progress as that of all.
  private record Sum(Listener listener, long before, long total) implements Listener {
    @Override
    public void progressed(Progress one) {
      listener.progressed(new Progress(before + one.done(), total, one.bytesPerSecond()));
    }

    @Override
    public void turned(Turn turn) {
      listener.turned(turn);
    }
  }

  /// Small files come at once.
  private record Silent() implements Listener {
    @Override
    public void progressed(Progress progress) {}

    @Override
    public void turned(Turn turn) {}
  }
}
