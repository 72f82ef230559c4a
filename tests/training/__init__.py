"""Makes the weights under parsers/claims/weights from labelled texts, with scikit-learn. No part of what is shipped."""
