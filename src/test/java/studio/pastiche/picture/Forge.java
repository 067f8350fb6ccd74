package studio.pastiche.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Makes picture files by hand, byte by byte where it matters: profiles, EXIF, containers.
final class Forge {
  /// Primaries relative to D50, one row a primary: X, Y, Z.
  static final double[][] ADOBE_RGB = {
    {0.60974, 0.31111, 0.01947}, {0.20528, 0.62567, 0.06087}, {0.14919, 0.06322, 0.74457}
  };

  static final double[][] DISPLAY_P3 = {
    {0.51512, 0.24120, -0.00105}, {0.29198, 0.69225, 0.04189}, {0.15710, 0.06657, 0.78407}
  };

  /// Adobe RGB's gamma as its profile stores it.
  static final double ADOBE_GAMMA = 563 / 256.0;

  private Forge() {}

  /// An RGB display profile of these primaries; `curve` is the data of each tone curve tag.
  static byte[] rgbProfile(double[][] primaries, byte[] curve) {
    return profile(
        "RGB ",
        List.of("rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC"),
        List.of(xyz(primaries[0]), xyz(primaries[1]), xyz(primaries[2]), curve, curve, curve));
  }

  static byte[] greyProfile(byte[] curve) {
    return profile("GRAY", List.of("kTRC"), List.of(curve));
  }

  private static byte[] profile(String colours, List<String> tags, List<byte[]> data) {
    List<String> names = new ArrayList<>(tags);
    List<byte[]> values = new ArrayList<>(data);
    names.addAll(List.of("wtpt", "desc", "cprt"));
    values.add(xyz(new double[] {0.9642, 1, 0.8249}));
    values.add(ByteBuffer.allocate(96).put(latin("desc\0\0\0\0\0\0\0\5test\0")).array());
    values.add(latin("text\0\0\0\0free\0"));
    int header = 128 + 4 + 12 * names.size();
    int length = header + values.stream().mapToInt(value -> padded(value.length)).sum();
    ByteBuffer profile = ByteBuffer.allocate(length);
    profile.putInt(length).put(latin("test")).putInt(0x02400000);
    profile.put(latin("mntr" + colours + "XYZ ")).putShort((short) 2020).putShort((short) 1);
    profile.putShort((short) 1).position(36).put(latin("acsp"));
    profile.position(68).putInt(63190).putInt(65536).putInt(54061);
    profile.position(128).putInt(names.size());
    int at = header;
    for (int i = 0; i < names.size(); i++) {
      profile.put(latin(names.get(i))).putInt(at).putInt(values.get(i).length);
      profile.put(at, values.get(i));
      at += padded(values.get(i).length);
    }
    return profile.array();
  }

  private static int padded(int length) {
    return (length + 3) / 4 * 4;
  }

  private static byte[] xyz(double[] value) {
    ByteBuffer data = ByteBuffer.allocate(20).put(latin("XYZ ")).putInt(0);
    for (double v : value) {
      data.putInt((int) Math.round(v * 65536));
    }
    return data.array();
  }

  /// A tone curve that is one gamma.
  static byte[] gamma(double gamma) {
    return ByteBuffer.allocate(14)
        .put(latin("curv"))
        .putInt(0)
        .putInt(1)
        .putShort((short) Math.round(gamma * 256))
        .array();
  }

  /// sRGB's tone curve as a parametric one (kind 3).
  static byte[] srgbCurve() {
    ByteBuffer data = ByteBuffer.allocate(32).put(latin("para")).putInt(0);
    data.putShort((short) 3).putShort((short) 0);
    for (double v : new double[] {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045}) {
      data.putInt((int) Math.round(v * 65536));
    }
    return data.array();
  }

  /// A tone curve as a table of `entries` points of x^gamma.
  static byte[] table(double gamma, int entries) {
    ByteBuffer data = ByteBuffer.allocate(12 + 2 * entries).put(latin("curv")).putInt(0);
    data.putInt(entries);
    for (int i = 0; i < entries; i++) {
      data.putShort((short) Math.round(65535 * Math.pow(i / (entries - 1.0), gamma)));
    }
    return data.array();
  }

  /// A TIFF structure that says nothing but the orientation.
  static byte[] exif(int orientation) {
    ByteBuffer exif = ByteBuffer.allocate(26).put(latin("MM\0*")).putInt(8).putShort((short) 1);
    exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation);
    return exif.array();
  }

  /// The picture as `format` without any profile, as Java writes it.
  static byte[] plain(Picture picture, int bits, String format) {
    return plain(Images.of(picture, bits), format);
  }

  static byte[] plain(BufferedImage image, String format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageWriter writer = Codecs.writer(format);
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.write(image);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  /// A PNG with this chunk after its header.
  static byte[] png(byte[] png, String type, byte[] data) {
    return inserted(png, 33, PngFile.chunk(type, data));
  }

  static byte[] iccp(byte[] profile) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    data.writeBytes(latin("test\0\0"));
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(data)) {
      deflater.write(profile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return data.toByteArray();
  }

  /// A JPEG with this segment right after its start.
  static byte[] jpeg(byte[] jpeg, int marker, byte[]... payload) {
    ByteArrayOutputStream segment = new ByteArrayOutputStream();
    int length = 2;
    for (byte[] part : payload) {
      length += part.length;
    }
    segment.write(0xff);
    segment.write(marker);
    segment.write(length >> 8);
    segment.write(length);
    for (byte[] part : payload) {
      segment.writeBytes(part);
    }
    return inserted(jpeg, 2, segment.toByteArray());
  }

  /// An extended WebP of a plain lossy one, with profile and EXIF.
  static byte[] webp(byte[] plain, Size size, byte[] profile, byte[] exif) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    ByteBuffer header = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN);
    header.putInt(0x28).putShort((short) (size.width() - 1)).put((byte) 0);
    header.putShort((short) (size.height() - 1));
    body.writeBytes(latin("WEBP"));
    body.writeBytes(riff("VP8X", header.array()));
    body.writeBytes(riff("ICCP", profile));
    body.write(plain, 12, plain.length - 12);
    body.writeBytes(riff("EXIF", exif));
    return riff("RIFF", body.toByteArray());
  }

  private static byte[] riff(String name, byte[] data) {
    return ByteBuffer.allocate(8 + data.length + data.length % 2)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(latin(name))
        .putInt(data.length)
        .put(data)
        .array();
  }

  private static byte[] inserted(byte[] file, int at, byte[] piece) {
    return ByteBuffer.allocate(file.length + piece.length)
        .put(file, 0, at)
        .put(piece)
        .put(file, at, file.length - at)
        .array();
  }

  static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
