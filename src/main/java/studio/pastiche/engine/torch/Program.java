package studio.pastiche.engine.torch;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The device program `kernel.py`, loaded on one device: one native call a method. Safe to call
/// from any thread.
///
/// The methods' own comments stand in `kernel.py`; [#call] names what each takes and gives.
public final class Program implements AutoCloseable {
  private final Model model;
  private final PtSymbolBlock block;
  private final TorchDevice device;

  private Program(Model model, TorchDevice device) {
    this.model = model;
    this.block = (PtSymbolBlock) model.getBlock();
    this.device = device;
  }

  /// Loads PyTorch, where it is not yet, and the program.
  ///
  /// @param threads the processor's threads PyTorch may use, for the whole process; 0 leaves them
  ///   as they are
  /// @throws TorchException where PyTorch can't be loaded
  public static Program open(TorchDevice device, int threads) {
    Torch.configure();
    try {
      Engine.getEngine(Torch.ENGINE);
      if (threads > 0 && threads != JniUtils.getNumThreads()) {
        JniUtils.setNumThreads(threads);
      }
      return load(Model.newInstance("kernel", device.djl(), Torch.ENGINE), device);
    } catch (IOException | MalformedModelException | EngineException e) {
      throw new TorchException("PyTorch could not be started: " + Torch.reason(e), e);
    }
  }

  private static Program load(Model model, TorchDevice device)
      throws IOException, MalformedModelException {
    try {
      model.load(new ByteArrayInputStream(KernelModule.bytes()));
      return new Program(model, device);
    } catch (IOException | MalformedModelException | RuntimeException e) {
      model.close();
      throw e;
    }
  }

  public TorchDevice device() {
    return device;
  }

  /// How many of the processor's threads PyTorch uses.
  public int threads() {
    return JniUtils.getNumThreads();
  }

  /// A new owner of tensors on this program's device.
  public Scope newScope() {
    return new Scope((PtNDManager) model.getNDManager().newSubManager());
  }

  /// Calls a method of the program that returns tensors; they belong to `scope`.
  ///
  /// @param arguments each a [Tensor], a `List<Tensor>`, a `Double`, a `Long`, a `double[]` or a
  ///   `long[]`
  /// @throws TorchException where PyTorch refuses, [TorchException#outOfMemory()] where it lacks
  ///   memory
  public List<Tensor> call(Scope scope, String method, Object... arguments) {
    IValue[] values = new IValue[arguments.length];
    try {
      for (int i = 0; i < arguments.length; i++) {
        values[i] = value(arguments[i]);
      }
      // thread-local: profiled graphs would change their arithmetic, and so the picture, after the
      // first calls
      JniUtils.setGraphExecutorOptimize(false);
      try (IValue result = IValueUtils.runMethod(block, method, values)) {
        return tensors(result.toNDList(scope.manager()));
      }
    } catch (EngineException e) {
      throw new TorchException(method + ": " + Torch.reason(e), e);
    } finally {
      for (IValue value : values) {
        if (value != null) {
          value.close();
        }
      }
    }
  }

  /// The same for a method that returns one tensor.
  public Tensor callForOne(Scope scope, String method, Object... arguments) {
    return call(scope, method, arguments).getFirst();
  }

  @Override
  public void close() {
    model.close();
  }

  private static List<Tensor> tensors(NDList list) {
    List<Tensor> tensors = new ArrayList<>(list.size());
    for (NDArray array : list) {
      tensors.add(new Tensor((PtNDArray) array));
    }
    return tensors;
  }

  private static IValue value(Object argument) {
    return switch (argument) {
      case Tensor tensor -> IValue.from(tensor.array());
      case List<?> list ->
          IValue.listFrom(list.stream().map(t -> ((Tensor) t).array()).toArray(PtNDArray[]::new));
      case Double number -> IValue.from(number.doubleValue());
      case Long number -> IValue.from(number.longValue());
      case double[] numbers -> IValue.listFrom(numbers);
      case long[] numbers -> IValue.listFrom(numbers);
      default -> throw new IllegalArgumentException("no such argument: " + argument.getClass());
    };
  }
}
