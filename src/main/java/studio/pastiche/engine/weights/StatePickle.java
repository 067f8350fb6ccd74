package studio.pastiche.engine.weights;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.razorvine.pickle.IObjectConstructor;
import net.razorvine.pickle.Opcodes;
import net.razorvine.pickle.PickleException;
import net.razorvine.pickle.PickleUtils;
import net.razorvine.pickle.Unpickler;
import org.jspecify.annotations.Nullable;

/// Reads pickles as `torch.save` writes them of tensors and dictionaries, and builds nothing else:
/// a pickle may name any function of Python's and have it called. Each instruction is allowed, or
/// refused, before the library sees it.
final class StatePickle {
  /// Those of VGG-19 take about 4,000 bytes.
  static final int MAX_BYTES = 4_000_000;

  private final String file;
  private final Map<String, Storage> storages = new HashMap<>();

  /// @param file its name, for the messages
  StatePickle(String file) {
    this.file = file;
  }

  /// A storage that a pickle refers to: numbers that lie elsewhere in the file.
  ///
  /// @param count how many numbers
  record Storage(String key, NumberKind kind, long count) {}

  /// A tensor: a view of a storage.
  ///
  /// @param offset of its first number
  record Tensor(Storage storage, long offset, List<Integer> shape, List<Long> strides) {}

  /// The next pickle of a stream, and not a byte after it: strings, numbers, booleans, lists, maps,
  /// arrays for tuples, and [Tensor]s.
  ///
  /// @throws WeightsException where it asks for anything else, or is damaged
  Object read(InputStream in) throws WeightsException {
    try {
      return new Restricted().load(new Limited(in));
    } catch (WeightsException e) {
      throw e;
    } catch (IOException e) {
      throw new WeightsException(file, "is cut short or damaged; fetch it again", e);
    } catch (RuntimeException | StackOverflowError e) {
      throw new WeightsException(
          file, "is no PyTorch file that can be read, or is damaged; fetch it again", e);
    }
  }

  /// The storages that the pickles so far refer to, by their keys.
  Map<String, Storage> storages() {
    return storages;
  }

  private WeightsException refused(String name) {
    return new WeightsException(
        file,
        "asks for Python's '%s'; nothing of it was run. Only tensors and dictionaries are read: save the model's state_dict() alone, or get the file from another place"
            .formatted(name));
  }

  private final class Restricted extends Unpickler {
    private final Map<String, IObjectConstructor> allowed = new HashMap<>();

    Restricted() {
      allowed.put("collections.OrderedDict", StatePickle::dictionary);
      allowed.put("torch._utils._rebuild_tensor", StatePickle::tensor);
      allowed.put("torch._utils._rebuild_tensor_v2", StatePickle::tensor);
      allowed.put("torch._utils._rebuild_parameter", arguments -> arguments[0]);
      for (StorageType type : StorageType.values()) {
        allowed.put("torch." + type.className, type);
      }
    }

    @Override
    protected Object dispatch(short key) throws IOException {
      switch (key) {
        case Opcodes.GLOBAL -> global(PickleUtils.readline(input), PickleUtils.readline(input));
        case Opcodes.STACK_GLOBAL -> {
          String name = (String) stack.pop();
          global((String) stack.pop(), name);
        }
        case Opcodes.INST ->
            throw refused(PickleUtils.readline(input) + "." + PickleUtils.readline(input));
        case Opcodes.BINUNICODE, Opcodes.BINSTRING -> stack.add(text());
        case Opcodes.SETITEM -> {
          Object value = stack.pop();
          set(Arrays.asList(stack.pop(), value));
        }
        case Opcodes.SETITEMS -> set(stack.pop_all_since_marker());
        case Opcodes.BUILD -> {
          stack.pop();
          if (!(stack.peek() instanceof Map)) {
            throw new PickleException("a state for something that is no dictionary");
          }
        }
        case Opcodes.MARK,
            Opcodes.STOP,
            Opcodes.PROTO,
            Opcodes.FRAME,
            Opcodes.NONE,
            Opcodes.NEWTRUE,
            Opcodes.NEWFALSE,
            Opcodes.INT,
            Opcodes.BININT,
            Opcodes.BININT1,
            Opcodes.BININT2,
            Opcodes.LONG1,
            Opcodes.BINFLOAT,
            Opcodes.SHORT_BINSTRING,
            Opcodes.SHORT_BINUNICODE,
            Opcodes.TUPLE,
            Opcodes.EMPTY_TUPLE,
            Opcodes.TUPLE1,
            Opcodes.TUPLE2,
            Opcodes.TUPLE3,
            Opcodes.EMPTY_LIST,
            Opcodes.APPEND,
            Opcodes.APPENDS,
            Opcodes.EMPTY_DICT,
            Opcodes.BINPUT,
            Opcodes.LONG_BINPUT,
            Opcodes.MEMOIZE,
            Opcodes.BINGET,
            Opcodes.LONG_BINGET,
            Opcodes.BINPERSID,
            Opcodes.REDUCE -> {
          return super.dispatch(key);
        }
        default -> throw new PickleException("instruction " + key + " is not used for tensors");
      }
      return NO_RETURN_VALUE;
    }

    /// Puts keys and values, one after the other, into the dictionary that is on top.
    @SuppressWarnings("unchecked")
    private void set(List<?> pairs) {
      Map<Object, @Nullable Object> dictionary = (Map<Object, @Nullable Object>) stack.peek();
      for (int i = 0; i < pairs.size(); i += 2) {
        dictionary.put(key(pairs.get(i)), pairs.get(i + 1));
      }
    }

    private void global(String module, String name) throws WeightsException {
      IObjectConstructor constructor = allowed.get(module + "." + name);
      if (constructor == null) {
        throw refused(module + "." + name);
      }
      stack.add(constructor);
    }

    /// The library would take memory for as much as is claimed.
    private String text() throws IOException {
      int length = PickleUtils.bytes_to_integer(PickleUtils.readbytes(input, 4));
      if (length < 0 || length > MAX_BYTES) {
        throw new PickleException("a text of " + Integer.toUnsignedString(length) + " bytes");
      }
      return new String(PickleUtils.readbytes(input, length), StandardCharsets.UTF_8);
    }

    @Override
    protected Object persistentLoad(Object id) {
      Object[] parts = (Object[]) id;
      boolean view = parts.length > 5 && parts[5] != null;
      if (!parts[0].equals("storage") || view) {
        throw new PickleException("a storage of another kind than PyTorch's own");
      }
      Storage storage =
          new Storage((String) parts[2], ((StorageType) parts[1]).kind, whole(parts[4]));
      storages.put(storage.key(), storage);
      return storage;
    }
  }

  private static Object dictionary(@Nullable Object[] arguments) {
    Map<Object, Object> dictionary = new HashMap<>();
    if (arguments.length > 0 && arguments[0] instanceof List<?> pairs) {
      for (Object pair : pairs) {
        List<?> both = pair instanceof Object[] tuple ? List.of(tuple) : (List<?>) pair;
        dictionary.put(key(both.get(0)), both.get(1));
      }
    }
    return dictionary;
  }

  /// A dictionary's key, where it is a plain one: to hash a list means to look at all that is in
  /// it, and lists of lists take a few bytes to say and years to go through.
  private static Object key(@Nullable Object key) {
    if (key instanceof String || key instanceof Number) {
      return key;
    }
    throw new PickleException("a key that is neither a text nor a number");
  }

  /// Of the arguments storage, offset, sizes, strides, and more that does not matter here.
  private static Object tensor(Object[] arguments) {
    List<Integer> shape = new ArrayList<>();
    for (Object size : (Object[]) arguments[2]) {
      shape.add(Math.toIntExact(whole(size)));
    }
    List<Long> strides = new ArrayList<>();
    for (Object stride : (Object[]) arguments[3]) {
      strides.add(whole(stride));
    }
    return new Tensor((Storage) arguments[0], whole(arguments[1]), shape, strides);
  }

  private static long whole(Object number) {
    long value = ((Number) number).longValue();
    if (value < 0) {
      throw new PickleException("a size below 0");
    }
    return value;
  }

  /// PyTorch's classes of storages. To call one would mean nothing.
  private enum StorageType implements IObjectConstructor {
    DOUBLE("DoubleStorage", NumberKind.F64),
    FLOAT("FloatStorage", NumberKind.F32),
    HALF("HalfStorage", NumberKind.F16),
    BFLOAT16("BFloat16Storage", NumberKind.BF16),
    LONG("LongStorage", NumberKind.I64),
    INT("IntStorage", NumberKind.I32),
    SHORT("ShortStorage", NumberKind.I16),
    CHAR("CharStorage", NumberKind.I8),
    BYTE("ByteStorage", NumberKind.U8),
    BOOL("BoolStorage", NumberKind.BOOL);

    private final String className;
    private final NumberKind kind;

    StorageType(String className, NumberKind kind) {
      this.className = className;
      this.kind = kind;
    }

    @Override
    public Object construct(Object[] arguments) {
      throw new PickleException("a storage is referred to, never made");
    }
  }

  /// A stream that ends after as much as a pickle of ours may take.
  private static final class Limited extends InputStream {
    private final InputStream in;
    private int left = MAX_BYTES;

    Limited(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      return left-- > 0 ? in.read() : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int most = Math.min(length, left);
      if (most <= 0) {
        return length == 0 ? 0 : -1;
      }
      int read = in.read(bytes, offset, most);
      left -= Math.max(0, read);
      return read;
    }
  }
}
