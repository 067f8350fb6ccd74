package studio.pastiche.session;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.Schedule;
import studio.pastiche.file.FileException;
import studio.pastiche.picture.Picture;
import studio.pastiche.picture.Size;

/// A picture's planes in a file, 16 bits a value: quickly written, and about half as large as the
/// numbers themselves.
///
/// Four whole numbers of four bytes, the highest first: the magic number, 1 for a picture with
/// alpha (else 0), width, height. Then a zlib stream of the planes R, G, B and alpha, row by row;
/// of each row the upper bytes of every value's difference from the one at its left, then the lower
/// ones.
final class PlaneFile {
  private static final int MAGIC = 0x50535031; // PSP1
  private static final int LARGEST = 2 * Schedule.MAX_SIZE;

  private PlaneFile() {}

  /// Throws IOException where the disk can't take it; what there is of the file is deleted then. A
  /// file of this name that was there before is left alone, and also ends in one.
  static void write(Path file, Picture picture) throws IOException {
    FileChannel opened =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel channel = opened) {
      write(new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16), picture);
      channel.force(true);
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  private static void write(OutputStream raw, Picture picture) throws IOException {
    float[] alpha = picture.alpha();
    DataOutputStream head = new DataOutputStream(raw);
    head.writeInt(MAGIC);
    head.writeInt(alpha == null ? 0 : 1);
    head.writeInt(picture.width());
    head.writeInt(picture.height());
    head.flush();
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try {
      // Not closed, for that would close the channel before it is flushed to the disk.
      DeflaterOutputStream out = new DeflaterOutputStream(raw, deflater, 1 << 16);
      write(out, picture.rgb(), picture.width());
      if (alpha != null) {
        write(out, alpha, picture.width());
      }
      out.finish();
      raw.flush();
    } finally {
      deflater.end();
    }
  }

  private static void write(OutputStream out, float[] values, int width) throws IOException {
    byte[] row = new byte[2 * width];
    for (int start = 0; start < values.length; start += width) {
      int left = 0;
      for (int x = 0; x < width; x++) {
        int value = Math.round(Math.clamp(values[start + x], 0f, 1f) * 65535);
        row[x] = (byte) (value - left >> 8);
        row[width + x] = (byte) (value - left);
        left = value;
      }
      out.write(row);
    }
  }

  /// The picture, exact to 16 bits.
  ///
  /// @param wanted the size it must have, or null for whatever the file says
  /// @throws FileException where it is missing, damaged or of another size
  static Picture read(Path file, @Nullable Size wanted) throws FileException {
    String name = file.toString();
    try (DataInputStream head =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
      if (head.readInt() != MAGIC) {
        throw new FileException(name, "this is no snapshot's file; its picture is lost", null);
      }
      boolean hasAlpha = head.readInt() != 0;
      int width = head.readInt();
      int height = head.readInt();
      boolean possible = width > 0 && width <= LARGEST && height > 0 && height <= LARGEST;
      if (!possible || (wanted != null && !wanted.equals(new Size(width, height)))) {
        throw new FileException(name, "its size is not the snapshot's; its picture is lost", null);
      }
      DataInputStream in = new DataInputStream(new InflaterInputStream(head));
      float[] rgb = plane(in, width, 3 * height);
      return Picture.of(width, height, rgb, hasAlpha ? plane(in, width, height) : null);
    } catch (FileException e) {
      throw e;
    } catch (EOFException | ZipException e) {
      throw new FileException(name, "the snapshot's file is damaged; its picture is lost", e);
    } catch (NoSuchFileException e) {
      throw new FileException(name, "the snapshot's file is gone; its picture is lost", e);
    } catch (IOException e) {
      throw new FileException(
          name, "the snapshot can't be read (%s); check the disk".formatted(e.getMessage()), e);
    }
  }

  private static float[] plane(DataInputStream in, int width, int rows) throws IOException {
    float[] values = new float[Math.multiplyExact(width, rows)];
    byte[] row = new byte[2 * width];
    for (int start = 0; start < values.length; start += width) {
      in.readFully(row);
      int value = 0;
      for (int x = 0; x < width; x++) {
        value = value + ((row[x] & 0xff) << 8) + (row[width + x] & 0xff) & 0xffff;
        values[start + x] = value / 65535f;
      }
    }
    return values;
  }
}
