package studio.pastiche.networks.download;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// Serves a folder over HTTPS on this machine alone, with ranges, and can be unfriendly. The tests
/// use it, and one can try fetching by hand where the real servers are out of reach. It needs
/// nothing but the JDK:
///
/// ```
/// java src/test/java/studio/pastiche/networks/download/MirrorServer.java FOLDER [--port 8443]
///     [--rate BYTES_A_SECOND] [--break-after BYTES] [--no-ranges]
/// ```
///
/// It makes a certificate for `localhost`, and prints the line to put before `pastiche` so that it
/// is trusted, then each answer and how many bytes went out. With `--break-after` every connection
/// is cut once so many bytes went out, until Enter is pressed. The files lie in FOLDER as the
/// original addresses name them without their host, such as
/// `FOLDER/timm/vgg19.tv_in1k/resolve/main/model.safetensors`; then `pastiche networks fetch vgg19
/// --mirror https://localhost:8443` finds them.
public final class MirrorServer implements AutoCloseable {
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d+)");
  private static final int CHUNK = 16 << 10;

  private final Path folder;
  private final HttpsServer server;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, HttpHandler> special = new ConcurrentHashMap<>();
  private final List<String> requests = new ArrayList<>();
  private final AtomicLong sent = new AtomicLong();
  private final Semaphore held = new Semaphore(0);
  private volatile boolean ranges = true;
  private volatile long rate = Long.MAX_VALUE;
  private volatile long limit = Long.MAX_VALUE;
  private volatile boolean breaking;
  private volatile int edition;
  private final AtomicInteger cuts = new AtomicInteger();
  private final AtomicInteger busy = new AtomicInteger();

  /// @param identity who it is, and who is trusted
  /// @param port 0 for any that is free
  public MirrorServer(Path folder, Identity identity, int port) throws IOException {
    this.folder = folder.toRealPath();
    InetSocketAddress here = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    server = HttpsServer.create(here, 0);
    server.setHttpsConfigurator(new HttpsConfigurator(identity.context()));
    server.createContext("/", this::answer);
    server.setExecutor(workers);
    server.start();
  }

  /// Where it listens, without a slash at the end.
  public URI uri() {
    return URI.create("https://localhost:" + server.getAddress().getPort());
  }

  /// Bytes of files that went out since the last call of this.
  public long takeSent() {
    return sent.getAndSet(0);
  }

  /// The requests since the last call of this: method, path and range.
  public List<String> takeRequests() {
    synchronized (requests) {
      List<String> taken = List.copyOf(requests);
      requests.clear();
      return taken;
    }
  }

  /// Gives only whole files from now on, or parts again.
  public void ranges(boolean given) {
    ranges = given;
  }

  /// Sends no more than that.
  public void rate(long bytesPerSecond) {
    rate = bytesPerSecond;
  }

  /// Cuts every connection once so many bytes more have gone out.
  public void breakAfter(long bytes) {
    breaking = true;
    limit = sent.get() + bytes;
  }

  /// Goes silent once so many bytes more have gone out.
  public void holdAfter(long bytes) {
    breaking = false;
    limit = sent.get() + bytes;
  }

  /// Ends [#breakAfter] and [#holdAfter].
  public void mend() {
    limit = Long.MAX_VALUE;
    held.release(1000);
  }

  /// How many connections were cut by [#breakAfter] so far.
  public int cuts() {
    return cuts.get();
  }

  /// Can't answer just now, so many times.
  public void busyFor(int requests) {
    busy.set(requests);
  }

  /// The files are other ones now, as far as their marks say.
  public void changed() {
    edition++;
  }

  /// Answers this path in a way of its own.
  public void special(String path, HttpHandler handler) {
    special.put(path, handler);
  }

  @Override
  public void close() {
    mend();
    server.stop(0);
    workers.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String range = String.valueOf(exchange.getRequestHeaders().getFirst("Range"));
    synchronized (requests) {
      requests.add(exchange.getRequestMethod() + " " + path + " " + range);
    }
    try (exchange) {
      HttpHandler own = special.get(path);
      Path file = folder.resolve(path.substring(1)).normalize();
      if (busy.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        exchange.sendResponseHeaders(503, -1);
      } else if (own != null) {
        own.handle(exchange);
      } else if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
        exchange.sendResponseHeaders(404, -1);
      } else {
        send(exchange, file, RANGE.matcher(range));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void send(HttpExchange exchange, Path file, Matcher range)
      throws IOException, InterruptedException {
    long size = Files.size(file);
    boolean part = ranges && range.matches();
    long from = part ? Long.parseLong(range.group(1)) : 0;
    long to = part ? Math.min(Long.parseLong(range.group(2)) + 1, size) : size;
    String mark = "\"%d-%s-%d\"".formatted(size, Files.getLastModifiedTime(file), edition);
    exchange.getResponseHeaders().set("ETag", mark);
    exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
    if (part && from >= size) {
      exchange.sendResponseHeaders(416, -1);
      return;
    }
    if (part) {
      exchange
          .getResponseHeaders()
          .set("Content-Range", "bytes %d-%d/%d".formatted(from, to - 1, size));
    }
    exchange.sendResponseHeaders(part ? 206 : 200, to - from);
    try (FileChannel in = FileChannel.open(file)) {
      copy(in.position(from), exchange.getResponseBody(), to - from);
    }
  }

  private void copy(FileChannel in, OutputStream out, long length)
      throws IOException, InterruptedException {
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
    for (long left = length; left > 0; ) {
      chunk.clear().limit((int) Math.min(CHUNK, left));
      int read = in.read(chunk);
      int allowed = allowed(read);
      if (allowed > 0) {
        out.write(chunk.array(), 0, allowed);
        out.flush();
      }
      left -= allowed;
      if (allowed < read) {
        if (breaking) {
          // closing an exchange before its end cuts the connection
          cuts.incrementAndGet();
          return;
        }
        held.acquire();
        out.write(chunk.array(), allowed, read - allowed);
        left -= read - allowed;
      }
      if (rate < Long.MAX_VALUE) {
        Thread.sleep(Duration.ofNanos((long) (read * 1e9 / rate)));
      }
    }
  }

  /// How many of so many bytes may go out.
  private synchronized int allowed(int wanted) {
    int allowed = (int) Math.max(0, Math.min(wanted, limit - sent.get()));
    sent.addAndGet(allowed);
    return allowed;
  }

  /// A key and certificate for `localhost` of its own, made by the JDK's keytool.
  ///
  /// @param context to serve with, and to fetch with
  /// @param trusted a store of the certificate alone, for -Djavax.net.ssl.trustStore
  public record Identity(SSLContext context, Path trusted) {
    private static final String PASSWORD = "changeit";

    /// Makes one, with its files in `folder`.
    public static Identity made(Path folder) throws IOException {
      Path keys = folder.resolve("mirror-keys.p12");
      Path trusted = folder.resolve("mirror-trusted.p12");
      Files.deleteIfExists(keys);
      String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
      List<String> command = new ArrayList<>(List.of(tool, "-genkeypair", "-alias", "mirror"));
      command.addAll(List.of("-keyalg", "EC", "-dname", "CN=localhost", "-validity", "30"));
      command.addAll(List.of("-ext", "SAN=dns:localhost", "-storetype", "PKCS12"));
      command.addAll(List.of("-storepass", PASSWORD, "-keystore", keys.toString()));
      try {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        if (process.waitFor() != 0) {
          throw new IOException("keytool made no certificate (%d)".formatted(process.exitValue()));
        }
        return opened(keys, trusted);
      } catch (InterruptedException | GeneralSecurityException e) {
        throw new IOException(e);
      }
    }

    private static Identity opened(Path keys, Path trusted)
        throws IOException, GeneralSecurityException {
      char[] password = PASSWORD.toCharArray();
      KeyStore own = KeyStore.getInstance(keys.toFile(), password);
      KeyStore others = KeyStore.getInstance("PKCS12");
      others.load(null, password);
      others.setCertificateEntry("mirror", own.getCertificate("mirror"));
      try (OutputStream out = Files.newOutputStream(trusted)) {
        others.store(out, password);
      }
      KeyManagerFactory is = KeyManagerFactory.getInstance("PKIX");
      is.init(own, password);
      TrustManagerFactory trusts = TrustManagerFactory.getInstance("PKIX");
      trusts.init(others);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(is.getKeyManagers(), trusts.getTrustManagers(), null);
      return new Identity(context, trusted);
    }
  }

  /// Serves until the process is ended.
  public static void main(String[] args) throws IOException, InterruptedException {
    List<String> options = Arrays.asList(args);
    if (options.isEmpty() || options.getFirst().startsWith("--")) {
      System.err.println(
          "MirrorServer.java FOLDER [--port 8443] [--rate BYTES_A_SECOND] [--break-after BYTES]"
              + " [--no-ranges]");
      System.exit(2);
    }
    Path keys = Files.createTempDirectory("mirror");
    Identity identity = Identity.made(keys);
    int port = (int) number(options, "--port", 8443);
    MirrorServer mirror = new MirrorServer(Path.of(options.getFirst()), identity, port);
    mirror.rate(number(options, "--rate", Long.MAX_VALUE));
    mirror.ranges(!options.contains("--no-ranges"));
    long limit = number(options, "--break-after", Long.MAX_VALUE);
    System.out.println("Serving %s at %s; try".formatted(mirror.folder, mirror.uri()));
    System.out.println(
        "JAVA_TOOL_OPTIONS='-Djavax.net.ssl.trustStore=%s -Djavax.net.ssl.trustStorePassword=%s' pastiche networks fetch vgg19 --mirror %s"
            .formatted(identity.trusted(), Identity.PASSWORD, mirror.uri()));
    if (limit < Long.MAX_VALUE) {
      mirror.breakAfter(limit);
      System.out.println("Cutting off after %d bytes; press Enter to mend".formatted(limit));
    }
    mirror.report();
  }

  private static long number(List<String> options, String name, long otherwise) {
    int at = options.indexOf(name);
    return at < 0 ? otherwise : Long.parseLong(options.get(at + 1));
  }

  /// Prints what went out, once a second where there was anything; Enter mends.
  private void report() throws IOException, InterruptedException {
    long before = 0;
    while (true) {
      TimeUnit.SECONDS.sleep(1);
      takeRequests().forEach(System.out::println);
      long now = sent.get();
      if (now != before) {
        System.out.println("%d bytes sent in all".formatted(now));
        before = now;
      }
      if (System.in.available() > 0 && System.in.read() >= 0) {
        mend();
        System.out.println("Mended");
      }
    }
  }
}
