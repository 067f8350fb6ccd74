package studio.pastiche.engine.torch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Wraps the text of the device program into a TorchScript module, as PyTorch would have saved it.
public final class KernelModule {
  private KernelModule() {}

  /// The module's bytes, as `torch.jit.load` takes them.
  public static byte[] bytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      put(zip, "kernel/data.pkl", pickle());
      put(zip, "kernel/code/__torch__.py", source());
      put(zip, "kernel/constants.pkl", new byte[] {(byte) 0x80, 2, ')', '.'});
      put(zip, "kernel/version", ascii("3\n"));
    }
    return bytes.toByteArray();
  }

  private static byte[] source() throws IOException {
    try (InputStream in = KernelModule.class.getResourceAsStream("kernel.py")) {
      if (in == null) {
        throw new IOException("kernel.py is missing from this installation; reinstall it");
      }
      return in.readAllBytes();
    }
  }

  /// A protocol-2 pickle of one `Kernel` object whose only attribute is `training` = False.
  private static byte[] pickle() {
    ByteBuffer out = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
    byte[] attribute = ascii("training");
    out.put((byte) 0x80).put((byte) 2);
    out.put(ascii("c__torch__\nKernel\n)")).put((byte) 0x81).put(ascii("}(X"));
    out.putInt(attribute.length).put(attribute).put((byte) 0x89).put(ascii("ub."));
    byte[] bytes = new byte[out.position()];
    out.flip().get(bytes);
    return bytes;
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setLastModifiedTime(FileTime.fromMillis(0));
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
