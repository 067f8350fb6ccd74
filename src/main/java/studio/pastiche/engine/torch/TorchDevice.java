package studio.pastiche.engine.torch;

import ai.djl.Device;
import ai.djl.engine.Engine;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where the program runs: the processor, or one of the GPUs.
///
/// @param gpu the GPU's number, or -1 for the processor
public record TorchDevice(int gpu) {
  public static final TorchDevice CPU = new TorchDevice(-1);

  private static final Pattern NAME = Pattern.compile("cpu|gpu(?::(\\d{1,3}))?|auto");

  /// The device of that name: `cpu`, `gpu`, `gpu:1`, or `auto` for the first GPU where there is
  /// one. Throws IllegalArgumentException for another name or a GPU that is not there.
  public static TorchDevice of(String name) {
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'%s' is not a device; it is cpu, gpu, gpu:N or auto".formatted(name));
    }
    if (name.equals("cpu")) {
      return CPU;
    }
    Torch.configure();
    int count = Engine.getEngine(Torch.ENGINE).getGpuCount();
    if (name.equals("auto")) {
      return count > 0 ? new TorchDevice(0) : CPU;
    }
    int number = matcher.group(1) == null ? 0 : Integer.parseInt(matcher.group(1));
    if (number >= count) {
      throw new IllegalArgumentException(
          "there is no %s that PyTorch can use here; take cpu or auto".formatted(name));
    }
    return new TorchDevice(number);
  }

  Device djl() {
    return gpu < 0 ? Device.cpu() : Device.gpu(gpu);
  }

  @Override
  public String toString() {
    return gpu < 0 ? "cpu" : "gpu:" + gpu;
  }
}
