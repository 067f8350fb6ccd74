import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The icon in the form that a system wants, from the PNGs of `assets/icon`. Windows' and Apple's
/// files are PNGs with a table before them.
final class Icons {
  private Icons() {}

  static Path forThisSystem(Plan plan) throws IOException {
    return switch (plan.system()) {
      case LINUX -> plan.icon(512);
      case WINDOWS -> ico(plan);
      case MAC -> icns(plan);
    };
  }

  /// Microsoft's ICO: six bytes, sixteen for each picture, the pictures.
  private static Path ico(Plan plan) throws IOException {
    int[] sizes = {16, 32, 64, 128, 256};
    List<byte[]> pictures = pictures(plan, sizes);
    int at = 6 + 16 * sizes.length;
    int all = at + pictures.stream().mapToInt(p -> p.length).sum();
    ByteBuffer out = ByteBuffer.allocate(all).order(ByteOrder.LITTLE_ENDIAN);
    out.putShort((short) 0).putShort((short) 1).putShort((short) sizes.length);
    for (int i = 0; i < sizes.length; i++) {
      // 0 stands for 256
      out.put((byte) sizes[i]).put((byte) sizes[i]).putShort((short) 0);
      out.putShort((short) 1).putShort((short) 32).putInt(pictures.get(i).length).putInt(at);
      at += pictures.get(i).length;
    }
    pictures.forEach(out::put);
    return Files.write(plan.work().resolve("pastiche.ico"), out.array());
  }

  /// Apple's ICNS: "icns", its length, and each picture after its kind and its length.
  private static Path icns(Plan plan) throws IOException {
    int[] sizes = {16, 32, 64, 128, 256, 512};
    String[] kinds = {"icp4", "icp5", "icp6", "ic07", "ic08", "ic09"};
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    List<byte[]> pictures = pictures(plan, sizes);
    out.writeBytes("icns");
    out.writeInt(8 + pictures.stream().mapToInt(p -> 8 + p.length).sum());
    for (int i = 0; i < sizes.length; i++) {
      out.writeBytes(kinds[i]);
      out.writeInt(8 + pictures.get(i).length);
      out.write(pictures.get(i));
    }
    return Files.write(plan.work().resolve("pastiche.icns"), bytes.toByteArray());
  }

  private static List<byte[]> pictures(Plan plan, int[] sizes) throws IOException {
    List<byte[]> pictures = new ArrayList<>();
    for (int size : sizes) {
      pictures.add(Files.readAllBytes(plan.icon(size)));
    }
    return pictures;
  }
}
