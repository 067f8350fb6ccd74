package studio.pastiche.ui.task;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets one studio run for each user: a second start hands its files over to the first and ends.
///
/// The first holds a file's lock, which the system lets go of however the process ends. It listens
/// on the loopback address at a port that it writes, with a secret, into a file which only its user
/// can read; who does not know the secret is not listened to.
public final class SingleInstance implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SingleInstance.class);
  private static final int PATIENCE = 3000;
  private static final int ATTEMPTS = 50;
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(100);
  private static final int MOST_FILES = 10_000;

  private final FileChannel lock;
  private final ServerSocket server;
  private final Path address;

  private SingleInstance(FileChannel lock, ServerSocket server, Path address) {
    this.lock = lock;
    this.server = server;
    this.address = address;
  }

  /// Becomes the one studio, if there is none.
  ///
  /// @param folder of this user
  /// @param called gets, on the JavaFX thread, the files of every later start; none where it had
  ///   none
  /// @return nothing where there is another
  /// @throws IOException where the folder can't be written in
  public static Optional<SingleInstance> claim(Path folder, Consumer<? super List<Path>> called)
      throws IOException {
    Files.createDirectories(folder);
    @Nullable FileChannel lock = locked(folder);
    if (lock == null) {
      return Optional.empty();
    }
    try {
      ServerSocket server = new ServerSocket();
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      byte[] random = new byte[16];
      new SecureRandom().nextBytes(random);
      String secret = HexFormat.of().formatHex(random);
      Path address = address(folder);
      writeForUserOnly(address, server.getLocalPort() + " " + secret);
      SingleInstance one = new SingleInstance(lock, server, address);
      Background.daemons("instance").newThread(() -> one.listen(secret, called)).start();
      return Optional.of(one);
    } catch (IOException e) {
      lock.close();
      throw e;
    }
  }

  /// Becomes the one studio, or hands the files over to the one there is. Of several starts at once
  /// one becomes it; the others wait until that one listens.
  ///
  /// @param called as with [#claim]
  /// @return nothing where another took the files
  /// @throws IOException where the folder can't be written in, or another has the lock that never
  ///   answers
  public static Optional<SingleInstance> claimOrHandOver(
      Path folder, List<Path> files, Consumer<? super List<Path>> called)
      throws IOException, InterruptedException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<SingleInstance> one = claim(folder, called);
      if (one.isPresent() || reached(folder, files)) {
        return one;
      }
      Thread.sleep(BETWEEN_ATTEMPTS);
    }
    throw new IOException("another studio has begun, but does not answer");
  }

  /// Whether the studio that has the lock took the files; false where it does not listen yet.
  ///
  /// @throws IOException where it listens and does not answer: to ask again would open the files as
  ///   often once it wakes
  private static boolean reached(Path folder, List<Path> files) throws IOException {
    try {
      return tried(folder, files);
    } catch (SocketTimeoutException e) {
      throw new IOException("the studio that runs already does not answer", e);
    } catch (IOException | NumberFormatException e) {
      LOG.debug("The other studio does not listen yet", e);
      return false;
    }
  }

  /// Hands files over to the studio that runs already.
  ///
  /// @return whether there is one that took them
  public static boolean handOver(Path folder, List<Path> files) {
    try {
      return tried(folder, files);
    } catch (IOException | NumberFormatException e) {
      LOG.warn("The studio that runs already does not answer", e);
      return false;
    }
  }

  private static boolean tried(Path folder, List<Path> files) throws IOException {
    if (!Files.exists(address(folder))) {
      return false;
    }
    String[] words = Files.readString(address(folder), StandardCharsets.UTF_8).split(" ");
    return words.length == 2 && sent(Integer.parseInt(words[0]), words[1], files);
  }

  private static boolean sent(int port, String secret, List<Path> files) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE);
      socket.setSoTimeout(PATIENCE);
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      out.writeUTF(secret);
      out.writeInt(files.size());
      for (Path each : files) {
        out.writeUTF(each.toAbsolutePath().toString());
      }
      out.flush();
      return new DataInputStream(socket.getInputStream()).readBoolean();
    }
  }

  private static Path address(Path folder) {
    return folder.resolve("instance");
  }

  private static @Nullable FileChannel locked(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve("instance-lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    @Nullable FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      return null;
    }
    return channel;
  }

  private static void writeForUserOnly(Path file, String words) throws IOException {
    Files.deleteIfExists(file);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(file, words, StandardCharsets.UTF_8);
  }

  private void listen(String secret, Consumer<? super List<Path>> called) {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        socket.setSoTimeout(PATIENCE);
        answer(socket, secret, called);
      } catch (IOException e) {
        if (!server.isClosed()) {
          LOG.warn("A start could not hand its files over", e);
        }
      }
    }
  }

  private static void answer(Socket socket, String secret, Consumer<? super List<Path>> called)
      throws IOException {
    DataInputStream in = new DataInputStream(socket.getInputStream());
    DataOutputStream out = new DataOutputStream(socket.getOutputStream());
    byte[] said = in.readUTF().getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(said, secret.getBytes(StandardCharsets.UTF_8))) {
      LOG.warn("Somebody called who does not know the secret");
      return;
    }
    List<Path> files = new ArrayList<>();
    int count = Math.clamp(in.readInt(), 0, MOST_FILES);
    for (int i = 0; i < count; i++) {
      try {
        files.add(Path.of(in.readUTF()));
      } catch (InvalidPathException e) {
        LOG.warn("A file's name can't be understood", e);
      }
    }
    Platform.runLater(() -> called.accept(files));
    out.writeBoolean(true);
    out.flush();
  }

  @Override
  public void close() {
    try {
      server.close();
      Files.deleteIfExists(address);
      lock.close();
    } catch (IOException e) {
      LOG.warn("The address could not be taken away", e);
    }
  }
}
