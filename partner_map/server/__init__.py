"""What the browser asks for by HTTP beside Streamlit's own: data, assets, health, headers."""
