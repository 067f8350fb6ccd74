package studio.pastiche.engine.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import us.hebi.matlab.mat.format.BufferAllocator;
import us.hebi.matlab.mat.format.Mat5Reader;
import us.hebi.matlab.mat.format.Mat5Tag;
import us.hebi.matlab.mat.format.Mat5Type;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.Source;

/// Reads a MAT file that may lie about its sizes: no more memory is taken than its bytes can stand
/// for.
final class BoundedMatReader extends Mat5Reader {
  /// What describes an array, rather than fills it: flags, sizes, names.
  private static final int MAX_DESCRIPTION = 1 << 16;

  /// Elements of a cell array, or fields of a struct array.
  private static final int MAX_ELEMENTS = 1 << 16;

  /// Weights shrink by a tenth at best; what unpacks to this many times its size is a bomb.
  private static final int MAX_RATIO = 4;

  private static final long FREE = 1 << 26;

  private final Budget budget;

  BoundedMatReader(Source source, long fileBytes) {
    this(source, new Budget(FREE + MAX_RATIO * fileBytes));
  }

  private BoundedMatReader(Source source, Budget budget) {
    super(source);
    this.budget = budget;
    setBufferAllocator(budget);
    disableSubsystemProcessing();
  }

  @Override
  protected Mat5Reader createChildReader(Source inflated) {
    return new BoundedMatReader(inflated, budget);
  }

  @Override
  protected Mat5Tag readTagWithExpectedType(Mat5Type expected) throws IOException {
    Mat5Tag tag = super.readTagWithExpectedType(expected);
    boolean content = expected == Mat5Type.Matrix;
    if (tag.getNumBytes() < 0 || !content && tag.getNumBytes() > MAX_DESCRIPTION) {
      throw new IOException(
          "a part of %s bytes".formatted(Integer.toUnsignedString(tag.getNumBytes())));
    }
    return tag;
  }

  @Override
  protected Array readCell(EntryHeader header) throws IOException {
    requireFew(header.getNumElements());
    return super.readCell(header);
  }

  @Override
  protected Array[][] readValues(EntryHeader header, int fields, String[] names)
      throws IOException {
    requireFew((long) header.getNumElements() * fields);
    return super.readValues(header, fields, names);
  }

  private static void requireFew(long elements) throws IOException {
    if (elements < 0 || elements > MAX_ELEMENTS) {
      throw new IOException("%d elements".formatted(elements));
    }
  }

  private static final class Budget implements BufferAllocator {
    private long left;

    Budget(long bytes) {
      left = bytes;
    }

    @Override
    public ByteBuffer allocate(int bytes) {
      left -= bytes;
      if (bytes < 0 || left < 0) {
        throw new IllegalArgumentException("its arrays claim more than the file can hold");
      }
      return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    }

    /// Java lets it go when nothing holds it any more.
    @Override
    public void release(ByteBuffer buffer) {}
  }
}
