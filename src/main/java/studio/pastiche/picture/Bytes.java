package studio.pastiche.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Reads numbers and names out of a file that may end anywhere: beyond its end every number is
/// [#NOTHING], and no name stands there.
///
/// @param array the file; not copied
@SuppressWarnings("ArrayRecordComponent") // a view on the array, never compared
record Bytes(byte[] array) {
  static final int NOTHING = -1;

  int length() {
    return array.length;
  }

  /// Whether these characters (Latin-1) stand at `at`.
  boolean hasAt(int at, String characters) {
    byte[] wanted = characters.getBytes(StandardCharsets.ISO_8859_1);
    return has(at, wanted.length)
        && Arrays.equals(array, at, at + wanted.length, wanted, 0, wanted.length);
  }

  /// Whether `count` bytes follow `at`.
  boolean has(long at, long count) {
    return at >= 0 && count >= 0 && at + count <= array.length;
  }

  /// The bytes from `from` up to but without `to`.
  byte[] slice(int from, int to) {
    return Arrays.copyOfRange(array, from, to);
  }

  int u8(int at) {
    return has(at, 1) ? array[at] & 0xff : NOTHING;
  }

  int u16(int at) {
    return has(at, 2) ? buffer().getShort(at) & 0xffff : NOTHING;
  }

  long u32(int at) {
    return has(at, 4) ? buffer().getInt(at) & 0xffffffffL : NOTHING;
  }

  int u16le(int at) {
    return has(at, 2) ? littleEndian().getShort(at) & 0xffff : NOTHING;
  }

  long u32le(int at) {
    return has(at, 4) ? littleEndian().getInt(at) & 0xffffffffL : NOTHING;
  }

  private ByteBuffer buffer() {
    return ByteBuffer.wrap(array);
  }

  private ByteBuffer littleEndian() {
    return buffer().order(ByteOrder.LITTLE_ENDIAN);
  }
}
