package studio.pastiche.engine.weights;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import studio.pastiche.engine.weights.StatePickle.Storage;

/// A zip of PyTorch's: `NAME/data.pkl`, and each storage as `NAME/data/KEY`.
final class TorchZip implements TorchFile.Storages {
  private static final String PICKLE = "/data.pkl";

  /// Weights shrink by a tenth at best; what unpacks to this many times its size is a bomb.
  private static final int MAX_RATIO = 20;

  private final String file;
  private final ZipFile zip;
  private final String root;
  private final long fileBytes;

  private TorchZip(String file, ZipFile zip, String root, long fileBytes) {
    this.file = file;
    this.zip = zip;
    this.root = root;
    this.fileBytes = fileBytes;
  }

  static TorchZip open(String file, Path path) throws IOException {
    ZipFile zip = opened(file, path);
    try {
      return new TorchZip(file, zip, root(file, zip), Files.size(path));
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  private static ZipFile opened(String file, Path path) throws IOException {
    try {
      return new ZipFile(path.toFile());
    } catch (ZipException e) {
      throw new WeightsException(
          file, "is a PyTorch file that is cut short or damaged; fetch it again", e);
    }
  }

  private static String root(String file, ZipFile zip) throws WeightsException {
    String pickle =
        zip.stream()
            .map(ZipEntry::getName)
            .filter(name -> name.endsWith(PICKLE) && name.indexOf('/') == name.lastIndexOf('/'))
            .findFirst()
            .orElseThrow(
                () ->
                    new WeightsException(
                        file, "is a zip, but no PyTorch file; unpack it and give what is inside"));
    return pickle.substring(0, pickle.length() - PICKLE.length());
  }

  /// What was saved.
  Object state() throws IOException {
    ZipEntry order = zip.getEntry(root + "/byteorder");
    if (order != null && !text(order).equals("little")) {
      throw new WeightsException(file, "has its numbers in big-endian order; save it on a PC");
    }
    ZipEntry pickle = entry("data.pkl");
    if (pickle.getSize() > StatePickle.MAX_BYTES) {
      throw new WeightsException(
          file, "unpacks to far more than a network needs, as a zip bomb does; don't use it");
    }
    try (InputStream in = new BufferedInputStream(zip.getInputStream(pickle))) {
      return new StatePickle(file).read(in);
    } catch (ZipException e) {
      throw damaged(e);
    }
  }

  @Override
  public MemorySegment bytes(Storage storage, long offset, long length) throws IOException {
    ZipEntry entry = entry("data/" + storage.key());
    long size = entry.getSize();
    if (size % storage.kind().bytes() != 0 || size / storage.kind().bytes() != storage.count()) {
      throw new WeightsException(
          file,
          "is damaged: %s should hold %d numbers, but has %d bytes; fetch it again"
              .formatted(entry.getName(), storage.count(), size));
    } else if (entry.getCompressedSize() > fileBytes) {
      throw new WeightsException(
          file, "is cut short: it can't hold %s; fetch it again".formatted(entry.getName()));
    }
    if (size > 1 << 20 && size / MAX_RATIO > entry.getCompressedSize()) {
      throw new WeightsException(
          file,
          "unpacks %s to %d times its size, as a zip bomb does; don't use it"
              .formatted(entry.getName(), size / Math.max(1, entry.getCompressedSize())));
    }
    ByteBuffer bytes = ByteBuffer.allocateDirect(Math.toIntExact(length));
    try (InputStream in = zip.getInputStream(entry)) {
      in.skipNBytes(offset);
      ReadableByteChannel channel = Channels.newChannel(in);
      while (bytes.hasRemaining()) {
        if (channel.read(bytes) < 0) {
          throw new EOFException("its zip entry ends too soon");
        }
      }
    } catch (ZipException | EOFException e) {
      throw damaged(e);
    }
    return MemorySegment.ofBuffer(bytes.flip());
  }

  private ZipEntry entry(String name) throws WeightsException {
    ZipEntry entry = zip.getEntry(root + "/" + name);
    if (entry == null) {
      throw new WeightsException(file, "is damaged: it lacks " + name + "; fetch it again");
    }
    return entry;
  }

  private String text(ZipEntry entry) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      return new String(in.readNBytes(16), StandardCharsets.US_ASCII);
    }
  }

  private WeightsException damaged(IOException e) {
    return new WeightsException(file, "is cut short or damaged; fetch it again", e);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
