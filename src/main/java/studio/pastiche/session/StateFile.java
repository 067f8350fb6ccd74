package studio.pastiche.session;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.Moment;
import studio.pastiche.engine.OptimizerState;
import studio.pastiche.engine.RunState;
import studio.pastiche.engine.Tuning;
import studio.pastiche.engine.TuningChange;
import studio.pastiche.file.BesideFile;
import studio.pastiche.file.FileException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A [RunState] in a file, every number exact.
///
/// In the order: eight bytes `PSTATE01`; the length of the head as four bytes, the highest first;
/// the head, which is JSON; the arrays that the head counts, each as its float32 numbers, the
/// lowest byte first; and the CRC-32 of all of that, as eight bytes, the highest first.
final class StateFile {
  private static final byte[] MAGIC = "PSTATE01".getBytes(StandardCharsets.US_ASCII);
  private static final int LARGEST_HEAD = 1 << 26;
  private static final int CHUNK = 1 << 20;
  private static final JsonMapper JSON = RecipeJson.mapper();

  private StateFile() {}

  /// What is no array.
  ///
  /// @param values in each array
  /// @param averaged 0 where there is no average
  /// @param adamSteps null where the optimiser is not Adam
  /// @param lbfgsPairs null where the optimiser is not L-BFGS
  /// @param level as the state has it
  /// @param adamValues in each of Adam's arrays, or null where these are as long as the others
  private record Head(
      int values,
      boolean hasAverage,
      int averaged,
      @Nullable Integer adamSteps,
      @Nullable Integer lbfgsPairs,
      Moment moment,
      Tuning tuning,
      Tuning wanted,
      List<TuningChange> changes,
      int recoveries,
      int replayed,
      @Nullable Double level,
      @Nullable Integer adamValues) {}

  /// Writes the state, replacing what is there whole.
  static void write(Path file, RunState state) throws FileException {
    BesideFile.write(file, channel -> new Writer(channel).write(state));
  }

  /// Reads a state back.
  ///
  /// @throws FileException where it is missing, damaged or no state
  static RunState read(Path file) throws FileException {
    String name = file.toString();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return new Reader(channel, channel.size()).read();
    } catch (EOFException | JacksonException | IllegalArgumentException e) {
      throw new FileException(name, "the run's state is damaged", e);
    } catch (IOException e) {
      throw new FileException(
          name, "the run's state can't be read (%s)".formatted(e.getMessage()), e);
    }
  }

  private static Head head(RunState state) {
    OptimizerState optimizer = state.optimizer();
    return new Head(
        state.image().length,
        state.average() != null,
        state.averaged(),
        optimizer instanceof OptimizerState.OfAdam adam ? adam.steps() : null,
        optimizer instanceof OptimizerState.OfLbfgs lbfgs ? lbfgs.steps().size() : null,
        state.moment(),
        state.tuning(),
        state.wanted(),
        state.changes(),
        state.recoveries(),
        state.replayed(),
        state.level(),
        optimizer instanceof OptimizerState.OfAdam adam ? adam.first().length : null);
  }

  private static List<float[]> arrays(RunState state) {
    List<float[]> arrays = new ArrayList<>();
    arrays.add(state.image());
    if (state.average() != null) {
      arrays.add(state.average());
    }
    switch (state.optimizer()) {
      case OptimizerState.OfAdam adam -> {
        arrays.add(adam.first());
        arrays.add(adam.second());
      }
      case OptimizerState.OfLbfgs lbfgs -> {
        arrays.addAll(lbfgs.steps());
        arrays.addAll(lbfgs.changes());
      }
      case OptimizerState.Forgotten _ -> {}
    }
    return arrays;
  }

  private static final class Writer {
    private final FileChannel channel;
    private final CRC32 crc = new CRC32();
    private final ByteBuffer chunk = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);

    Writer(FileChannel channel) {
      this.channel = channel;
    }

    void write(RunState state) throws IOException {
      byte[] head = JSON.writeValueAsBytes(head(state));
      put(ByteBuffer.wrap(MAGIC));
      put(ByteBuffer.allocate(Integer.BYTES).putInt(head.length).flip());
      put(ByteBuffer.wrap(head));
      for (float[] array : arrays(state)) {
        for (int from = 0; from < array.length; from += CHUNK / Float.BYTES) {
          int count = Math.min(CHUNK / Float.BYTES, array.length - from);
          chunk.clear();
          chunk.asFloatBuffer().put(array, from, count);
          put(chunk.limit(count * Float.BYTES));
        }
      }
      put(ByteBuffer.allocate(Long.BYTES).putLong(crc.getValue()).flip());
    }

    private void put(ByteBuffer bytes) throws IOException {
      crc.update(bytes.duplicate());
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    }
  }

  private static final class Reader {
    private final ReadableByteChannel channel;
    private final long size;
    private final CRC32 crc = new CRC32();
    private final ByteBuffer chunk = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);

    Reader(ReadableByteChannel channel, long size) {
      this.channel = channel;
      this.size = size;
    }

    RunState read() throws IOException {
      if (!ByteBuffer.wrap(MAGIC).equals(get(MAGIC.length))) {
        throw new IllegalArgumentException("it is no state of a run");
      }
      int length = get(Integer.BYTES).order(ByteOrder.BIG_ENDIAN).getInt();
      if (length < 0 || length > Math.min(size, LARGEST_HEAD)) {
        throw new EOFException();
      }
      byte[] head = new byte[length];
      for (int at = 0; at < length; ) {
        int count = Math.min(CHUNK, length - at);
        get(count).get(head, at, count);
        at += count;
      }
      RunState state = state(JSON.readValue(head, Head.class));
      long sum = crc.getValue();
      if (get(Long.BYTES).order(ByteOrder.BIG_ENDIAN).getLong() != sum) {
        throw new IllegalArgumentException("its checksum is wrong");
      }
      return state;
    }

    private OptimizerState optimizer(Head head, int pairs) throws IOException {
      if (head.adamSteps() != null) {
        int values = head.adamValues() == null ? head.values() : head.adamValues();
        return new OptimizerState.OfAdam(head.adamSteps(), array(values), array(values));
      }
      return head.lbfgsPairs() == null
          ? new OptimizerState.Forgotten()
          : new OptimizerState.OfLbfgs(arrays(pairs, head.values()), arrays(pairs, head.values()));
    }

    private RunState state(Head head) throws IOException {
      int pairs = head.lbfgsPairs() == null ? 0 : head.lbfgsPairs();
      int adamValues = head.adamValues() == null ? head.values() : head.adamValues();
      long arrays = 1 + (head.hasAverage() ? 1 : 0) + (head.adamSteps() == null ? 2L * pairs : 0);
      long values = arrays * head.values() + (head.adamSteps() == null ? 0 : 2L * adamValues);
      if (head.values() < 1 || pairs < 0 || adamValues < 0 || values * Float.BYTES > size) {
        throw new EOFException();
      }
      float[] image = array(head.values());
      float @Nullable [] average = head.hasAverage() ? array(head.values()) : null;
      OptimizerState optimizer = optimizer(head, pairs);
      return new RunState(
          head.moment(),
          image,
          average,
          head.averaged(),
          optimizer,
          head.tuning(),
          head.wanted(),
          head.changes(),
          head.recoveries(),
          head.replayed(),
          head.level());
    }

    private List<float[]> arrays(int count, int values) throws IOException {
      List<float[]> arrays = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        arrays.add(array(values));
      }
      return arrays;
    }

    private float[] array(int values) throws IOException {
      float[] array = new float[values];
      for (int from = 0; from < values; from += CHUNK / Float.BYTES) {
        int count = Math.min(CHUNK / Float.BYTES, values - from);
        get(count * Float.BYTES).asFloatBuffer().get(array, from, count);
      }
      return array;
    }

    private ByteBuffer get(int bytes) throws IOException {
      chunk.clear().limit(bytes).order(ByteOrder.LITTLE_ENDIAN);
      while (chunk.hasRemaining()) {
        if (channel.read(chunk) < 0) {
          throw new EOFException();
        }
      }
      chunk.flip();
      crc.update(chunk.duplicate());
      return chunk;
    }
  }
}
