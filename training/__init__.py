"""Makes the weights under parsers/claims/weights from labelled texts. Needs scikit-learn; nothing here runs in production."""
