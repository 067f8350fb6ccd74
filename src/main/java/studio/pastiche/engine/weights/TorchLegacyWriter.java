package studio.pastiche.engine.weights;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.razorvine.pickle.Opcodes;
import studio.pastiche.file.BesideFile;
import studio.pastiche.file.FileException;

/// Writes a state dict in PyTorch's older format, as torchvision's VGG-19 is published: for timing
/// its import, and for tests.
final class TorchLegacyWriter {
  private static final byte[] MAGIC = {
    0x6c, (byte) 0xfc, (byte) 0x9c, 0x46, (byte) 0xf9, 0x20, 0x6a, (byte) 0xa8, 0x50, 0x19
  };

  private final ByteArrayOutputStream pickles = new ByteArrayOutputStream();

  private TorchLegacyWriter() {}

  /// Writes a file, replacing what is there as a whole or not at all.
  static void write(Path file, List<StoredTensor> tensors) throws FileException {
    byte[] pickles = new TorchLegacyWriter().pickles(tensors);
    BesideFile.write(
        file,
        channel -> {
          StoredTensor.writeAll(channel, ByteBuffer.wrap(pickles));
          for (StoredTensor tensor : tensors) {
            ByteBuffer count = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            StoredTensor.writeAll(channel, count.putLong(tensor.count()).flip());
            tensor.numbers().writeTo(channel);
          }
        });
  }

  private byte[] pickles(List<StoredTensor> tensors) {
    pickle(() -> op(Opcodes.LONG1).op((short) MAGIC.length).pickles.writeBytes(MAGIC));
    pickle(() -> whole(1001));
    pickle(
        () -> op(Opcodes.EMPTY_DICT).text("little_endian").op(Opcodes.NEWTRUE).op(Opcodes.SETITEM));
    pickle(
        () -> {
          op(Opcodes.EMPTY_DICT).op(Opcodes.MARK);
          for (int i = 0; i < tensors.size(); i++) {
            text(tensors.get(i).name()).tensor(tensors.get(i), "key" + i);
          }
          op(Opcodes.SETITEMS);
        });
    pickle(
        () -> {
          op(Opcodes.EMPTY_LIST).op(Opcodes.MARK);
          for (int i = 0; i < tensors.size(); i++) {
            text("key" + i);
          }
          op(Opcodes.APPENDS);
        });
    return pickles.toByteArray();
  }

  private void pickle(Runnable content) {
    op(Opcodes.PROTO).op((short) 2);
    content.run();
    op(Opcodes.STOP);
  }

  private void tensor(StoredTensor tensor, String key) {
    List<Long> strides = new ArrayList<>();
    long stride = 1;
    for (int size : tensor.shape().reversed()) {
      strides.add(stride);
      stride *= size;
    }
    Collections.reverse(strides);
    global("torch._utils", "_rebuild_tensor_v2").op(Opcodes.MARK);
    op(Opcodes.MARK).text("storage").global("torch", "FloatStorage").text(key).text("cpu");
    whole(tensor.count()).op(Opcodes.NONE).op(Opcodes.TUPLE).op(Opcodes.BINPERSID);
    whole(0).tuple(tensor.shape()).tuple(strides).op(Opcodes.NEWFALSE);
    global("collections", "OrderedDict").op(Opcodes.EMPTY_TUPLE).op(Opcodes.REDUCE);
    op(Opcodes.TUPLE).op(Opcodes.REDUCE);
  }

  private TorchLegacyWriter tuple(List<? extends Number> items) {
    op(Opcodes.MARK);
    items.forEach(item -> whole(item.longValue()));
    return op(Opcodes.TUPLE);
  }

  private TorchLegacyWriter global(String module, String name) {
    op(Opcodes.GLOBAL);
    pickles.writeBytes((module + "\n" + name + "\n").getBytes(StandardCharsets.US_ASCII));
    return this;
  }

  private TorchLegacyWriter text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    op(Opcodes.BINUNICODE);
    return int32(bytes.length).bytes(bytes);
  }

  private TorchLegacyWriter whole(long number) {
    op(Opcodes.BININT);
    return int32(Math.toIntExact(number));
  }

  private TorchLegacyWriter int32(int number) {
    return bytes(
        ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(number).array());
  }

  private TorchLegacyWriter bytes(byte[] bytes) {
    pickles.writeBytes(bytes);
    return this;
  }

  private TorchLegacyWriter op(short code) {
    pickles.write(code);
    return this;
  }
}
