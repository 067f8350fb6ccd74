package studio.pastiche.engine.weights;

/// Nothing in a weight file says which input its network wants: the user must.
public final class InputInDoubtException extends WeightsException {
  private static final long serialVersionUID = 1;

  public InputInDoubtException(String file) {
    super(
        file,
        "can't be told what input it wants; say it with --input rgb-imagenet (torchvision's),"
            + " bgr-caffe (Caffe's and Keras') or rgb-caffe (MatConvNet's)");
  }
}
