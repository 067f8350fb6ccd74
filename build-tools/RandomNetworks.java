import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import studio.pastiche.engine.weights.OddFiles;
import studio.pastiche.engine.weights.RandomVgg;

/// Writes a full-size VGG-19 of random weights as the files that people have of it, 575, 575 and 80
/// MB, where a mirror serves the real ones: for trying the fetching and importing by hand where the
/// real servers are out of reach.
///
/// ```
/// java -cp 'target/test-classes:target/pastiche/lib/*' build-tools/RandomNetworks.java FOLDER
/// java src/test/java/studio/pastiche/networks/download/MirrorServer.java FOLDER
/// ```
public final class RandomNetworks {
  private RandomNetworks() {}

  /// Takes the folder.
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    RandomVgg network = RandomVgg.fullSize(1);
    network.writeSafetensors(made(folder, "timm/vgg19.tv_in1k/resolve/main/model.safetensors"));
    network.writePth(made(folder, "models/vgg19-dcbb9e9d.pth"));
    OddFiles.keras(
        network.network().convolutions(),
        false,
        made(
            folder,
            "tensorflow/keras-applications/vgg19/"
                + "vgg19_weights_tf_dim_ordering_tf_kernels_notop.h5"));
  }

  private static Path made(Path folder, String file) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    return path;
  }
}
