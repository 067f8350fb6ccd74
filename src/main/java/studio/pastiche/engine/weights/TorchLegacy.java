package studio.pastiche.engine.weights;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import studio.pastiche.engine.weights.StatePickle.Storage;

/// PyTorch's older format: five pickles (a magic number, a version, the machine, what was saved,
/// the storages' keys), then each storage as its count, eight bytes, and its numbers.
final class TorchLegacy implements TorchFile.Storages {
  private static final BigInteger MAGIC = new BigInteger("1950a86a20f9469cfc6c", 16);
  private static final int VERSION = 1001;

  private final String file;
  private final FileChannel channel;
  private final Object state;
  private final Map<String, Long> places;

  private TorchLegacy(String file, FileChannel channel, Object state, Map<String, Long> places) {
    this.file = file;
    this.channel = channel;
    this.state = state;
    this.places = places;
  }

  static TorchLegacy open(String file, FileChannel channel) throws IOException {
    channel.position(0);
    Counted in = new Counted(new BufferedInputStream(Channels.newInputStream(channel)));
    StatePickle pickle = new StatePickle(file);
    if (!MAGIC.equals(pickle.read(in)) || !Integer.valueOf(VERSION).equals(pickle.read(in))) {
      throw new WeightsException(file, "is a Python pickle, but no PyTorch file that can be read");
    }
    if (pickle.read(in) instanceof Map<?, ?> machine
        && Boolean.FALSE.equals(machine.get("little_endian"))) {
      throw new WeightsException(file, "has its numbers in big-endian order; save it on a PC");
    }
    Object state = pickle.read(in);
    Object keys = pickle.read(in);
    if (!(keys instanceof List<?> inOrder)
        || !inOrder.stream().allMatch(key -> key instanceof String || key instanceof Number)) {
      throw new WeightsException(file, "is damaged: it has no list of storages; fetch it again");
    }
    return new TorchLegacy(
        file, channel, state, places(file, channel, pickle.storages(), inOrder, in.count));
  }

  /// Where each storage's numbers begin.
  private static Map<String, Long> places(
      String file, FileChannel channel, Map<String, Storage> known, List<?> keys, long start)
      throws IOException {
    Map<String, Long> places = new HashMap<>();
    long at = start;
    for (Object key : keys) {
      Storage storage = known.get(String.valueOf(key));
      if (storage == null) {
        throw new WeightsException(
            file, "is damaged: nothing says what its storage %s is; fetch it again".formatted(key));
      }
      long claimed = count(file, channel, at);
      at += Long.BYTES;
      long left = channel.size() - at;
      if (claimed != storage.count() || claimed > left / storage.kind().bytes()) {
        throw new WeightsException(
            file,
            "is cut short or damaged: %d numbers are to follow at byte %d of %d; fetch it again"
                .formatted(storage.count(), at, channel.size()));
      }
      places.put(storage.key(), at);
      at += claimed * storage.kind().bytes();
    }
    return places;
  }

  private static long count(String file, FileChannel channel, long at) throws IOException {
    ByteBuffer count = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    while (count.hasRemaining()) {
      if (channel.read(count, at + count.position()) < 0) {
        throw new WeightsException(
            file, "is cut short: it ends at byte %d; fetch it again".formatted(channel.size()));
      }
    }
    return count.flip().getLong();
  }

  /// What was saved.
  Object state() {
    return state;
  }

  @Override
  public MemorySegment bytes(Storage storage, long offset, long length) throws IOException {
    Long place = places.get(storage.key());
    if (place == null) {
      throw new WeightsException(
          file, "is damaged: it lacks its storage %s; fetch it again".formatted(storage.key()));
    }
    return channel.map(FileChannel.MapMode.READ_ONLY, place + offset, length, Arena.ofAuto());
  }

  /// The channel is the caller's.
  @Override
  public void close() {}

  private static final class Counted extends FilterInputStream {
    private long count;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = in.read();
      count += read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = in.read(bytes, offset, length);
      count += Math.max(0, read);
      return read;
    }
  }
}
