package studio.pastiche.engine.weights;

import java.util.ArrayList;
import java.util.List;

/// The VGG networks of Simonyan and Zisserman, by how many convolutions their five blocks have.
enum VggKind {
  VGG_19("VGG-19", 2, 2, 4, 4, 4),
  VGG_16("VGG-16", 2, 2, 3, 3, 3),
  VGG_13("VGG-13", 2, 2, 2, 2, 2),
  VGG_11("VGG-11", 1, 1, 2, 2, 2);

  private final String label;
  private final int[] convolutions;

  VggKind(String label, int... convolutions) {
    this.label = label;
    this.convolutions = convolutions;
  }

  /// The numbers that its convolutions have in a list of all that is done to a picture, as
  /// torchvision counts.
  ///
  /// @param eachTakes places in the list: 2 with its ReLU, 3 with batch norm between
  List<Integer> counted(int eachTakes) {
    List<Integer> places = new ArrayList<>();
    int at = 0;
    for (int inBlock : convolutions) {
      for (int i = 0; i < inBlock; i++) {
        places.add(at);
        at += eachTakes;
      }
      at++;
    }
    return places;
  }

  /// Its convolutions by block and index: 42 for conv4_2.
  List<Integer> named() {
    List<Integer> places = new ArrayList<>();
    for (int block = 1; block <= convolutions.length; block++) {
      for (int i = 1; i <= convolutions[block - 1]; i++) {
        places.add(10 * block + i);
      }
    }
    return places;
  }

  @Override
  public String toString() {
    return label;
  }
}
